import type { Plan, PlanItem } from "@/lib/plans/types";

type Key = PlanItem["key"];

/** What the next preview is to leave out, besides what this one does; null where no row would be left. */
export function without(narrowing: Plan["narrowing"], keys: readonly Key[]): Plan["narrowing"] {
  const out = new Set(keys.map(textOf));
  if (narrowing === null) return { except: [...keys] };
  if ("except" in narrowing) return { except: [...narrowing.except.filter((key) => !out.has(textOf(key))), ...keys] };
  const only = narrowing.only.filter((key) => !out.has(textOf(key)));
  return only.length > 0 ? { only } : null;
}

/** The columns of a key come in any order. */
function textOf(key: Key): string {
  return JSON.stringify(Object.entries(key).sort(([left], [right]) => (left < right ? -1 : 1)));
}
