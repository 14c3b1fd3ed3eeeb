import type { Plan } from "@/lib/plans/types";
import type { PlanDraft } from "./stored-plan";

/** From here on a change asks for more than a click. */
const manyRows = 1_000;

/** In proportion to the damage: a phrase that names table and count where rows are removed or many change. */
export function confirmationOf({
  body,
  table,
  willChange,
}: Pick<PlanDraft, "body" | "table" | "willChange">): Plan["confirmation"] {
  if (body.form === "schema") {
    const isFinal = body.steps.some(({ final }) => final !== undefined);
    return isFinal ? { kind: "phrase", phrase: `change ${table.name} for good` } : { kind: "plain", phrase: null };
  }
  if (!body.destroys && willChange <= manyRows) return { kind: "plain", phrase: null };
  const rows = willChange === 1 ? "1 row" : `${willChange} rows`;
  return { kind: "phrase", phrase: `${body.destroys ? "delete" : "change"} ${rows} of ${table.name}` };
}
