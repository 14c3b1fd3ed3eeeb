import { type Kysely, type RawBuilder, sql } from "kysely";
import { unmeasuredReason } from "@/lib/catalog/infer/judge-candidate";
import type { UndeclaredReference, UnmeasuredReference } from "@/lib/catalog/types";
import { targetLabel } from "@/lib/checks/target-label";
import type { SuggestedReference } from "./types";

export interface SuggestionRow extends Omit<SuggestedReference, "label" | "isChecked" | keyof UndeclaredReference> {
  reference: UndeclaredReference;
  basis: string | null;
}

/** Suggestions that meet a condition over `r`, the best first. */
export async function readSuggestions(db: Kysely<unknown>, where: RawBuilder<unknown>): Promise<SuggestionRow[]> {
  const { rows } = await sql<SuggestionRow>`
    select
      r.id,
      r.reference,
      r.evidence,
      r.sentence,
      r.score,
      r.confident,
      r.state,
      r.reason,
      r.basis,
      r.decided_by as "decidedBy",
      to_jsonb(r.decided_at) #>> '{}' as "decidedAt",
      to_jsonb(r.last_seen_at) #>> '{}' as "lastSeenAt"
    from plumbline.reference_suggestions as r
    where ${where}
    order by r.confident desc, r.score desc, r.schema_name, r.table_name, r.id
  `.execute(db);
  return rows;
}

/** Are its rows to be checked. */
export function isInForce({ state, confident }: Pick<SuggestionRow, "state" | "confident">): boolean {
  return state === "adopted" || (confident && state === "suggested");
}

/** The suggestion as something that nobody could look at; nothing where somebody did, or decided. */
export function unmeasuredOf({ reference, evidence, state }: SuggestionRow): UnmeasuredReference[] {
  const reason = state === "suggested" ? unmeasuredReason(evidence) : null;
  return reason === null ? [] : [{ ...reference, inferred: true, reason }];
}

/** What screens show of a suggestion. */
export function describeSuggestion({ reference, basis: _, ...row }: SuggestionRow): SuggestedReference {
  const label = targetLabel({ kind: "reference", ...reference, onDelete: "no action" });
  return { ...reference, ...row, label, isChecked: isInForce(row) };
}
