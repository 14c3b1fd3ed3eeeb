import type { StoredFinding } from "./stored-finding";

/** How long something may have been failing: a day at most, a week at most, or longer. */
export const ages = ["day", "week", "older"] as const;

const dayMs = 86_400_000;

/** Null where it does not fail as far as is known. */
export function failingFor({ firstFailedAt }: StoredFinding, now: Date): (typeof ages)[number] | null {
  if (firstFailedAt === null) return null;
  const ageMs = now.getTime() - firstFailedAt.getTime();
  if (ageMs <= dayMs) return "day";
  return ageMs <= 7 * dayMs ? "week" : "older";
}
