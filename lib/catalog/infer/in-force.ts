import type { Catalog } from "../types";
import { unmeasuredReason } from "./judge-candidate";
import type { ReferenceCandidate } from "./types";

/** Of what was inferred: what is to be checked, and what is to be spoken of because looking at it failed. */
export function inForce(candidates: ReferenceCandidate[]): Pick<Catalog, "undeclared" | "unmeasured"> {
  return {
    undeclared: candidates.filter(({ confident }) => confident).map(referenceOf),
    unmeasured: candidates.flatMap((candidate) => {
      const reason = unmeasuredReason(candidate.evidence);
      return reason === null ? [] : [{ ...referenceOf(candidate), reason }];
    }),
  };
}

function referenceOf({ table, columns, parent, parentColumns }: ReferenceCandidate) {
  return { table, columns, parent, parentColumns, inferred: true as const };
}
