import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { SuggestedReference } from "@/lib/references/types";

export const stateOptions = ["suggested", "adopted", "rejected", "any"] as const;
export type StateFilter = (typeof stateOptions)[number];

/** The state that is asked for lives in the URL. */
export function useStateFilter() {
  return useQueryState("state", parseAsStringLiteral(stateOptions).withDefault("any").withOptions({ history: "push" }));
}

export function inState(references: SuggestedReference[], wanted: StateFilter): SuggestedReference[] {
  return wanted === "any" ? references : references.filter(({ state }) => state === wanted);
}
