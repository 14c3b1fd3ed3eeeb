import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import type { Operator } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { dropFindings, vouchForFindings } from "./settle-findings";
import { describeSuggestion, readSuggestions } from "./suggestion-row";
import type { ReferenceState, SuggestedReference } from "./types";

export const DecideReferenceInput = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/, "This is not the id of a reference."),
  reason: z
    .string()
    .trim()
    .min(1, "Say why, in a few words: whoever looks at it next will want to know.")
    .max(1_000, "The reason is too long: 1,000 characters at most."),
});
export type DecideReferenceInput = z.input<typeof DecideReferenceInput>;

export interface Decision extends z.output<typeof DecideReferenceInput> {
  state: Exclude<ReferenceState, "suggested">;
  operator: Operator;
}

const verbs = {
  adopted: { action: "reference.adopt", took: "for a reference", settle: vouchForFindings },
  rejected: { action: "reference.reject", took: "for no reference", settle: dropFindings },
} as const;

/** Writes down what an operator says of a suggestion, with its findings and the audit, in the caller's transaction. */
export async function decideReference(
  trx: Kysely<unknown>,
  { id, reason, state, operator }: Decision,
): Promise<SuggestedReference> {
  await sql`
    update plumbline.reference_suggestions
    set state = ${state}, reason = ${reason}, decided_by = ${operator.email}, decided_at = now()
    where id = ${id}
  `.execute(trx);
  const [row] = await readSuggestions(trx, sql`r.id = ${id}`);
  if (!row) {
    throw new AppError("not_found", "There is no such suggestion any more: the last scan did not see its columns.");
  }
  const decided = describeSuggestion(row);
  const { action, took, settle } = verbs[state];
  const findings = await settle(trx, row.reference);
  await emit(trx, {
    action,
    actor: { id: operator.id, email: operator.email },
    table: decided.table,
    message: `${operator.email} took ${decided.label} ${took}: ${reason}`,
    details: { reference: row.reference, score: decided.score, reason, findings },
  });
  return decided;
}
