/** A preview is refused after this long; the run verb decides, this only warns in time. */
const planLifeMs = 60 * 60 * 1000;

export type PlanAge = "fresh" | "ageing" | "stale";

/** How far a preview can still be trusted: the last ten minutes of its life are said to be ageing. */
export function planAge(createdAt: string, now: number): PlanAge {
  const ageMs = now - Date.parse(createdAt);
  if (ageMs >= planLifeMs) return "stale";
  return ageMs >= planLifeMs - 10 * 60 * 1000 ? "ageing" : "fresh";
}
