import type { CheckEntry } from "@/lib/check-library/types";

/** The checks whose name, code, target or repair has every word that is searched for. */
export function matchChecks(checks: CheckEntry[], search: string): CheckEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter(({ code, title, appliesTo, repairs }) => {
    const text = [code, title, appliesTo, ...repairs.map((repair) => repair.title)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
