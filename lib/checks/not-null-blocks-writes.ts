import { columnLabel, verdictOn } from "./column";
import { defineCheck } from "./define";

/** A column that must be filled, though rows are created before its value is known. */
export const notNullBlocksWrites = defineCheck({
  code: "not_null_blocks_writes",
  kind: "column",
  form: "catalog",
  severity: "error",
  title: "NOT NULL blocks writes",
  targets: () => [],
  evaluate: (target, catalog) => verdictOn(target, catalog, (column) => column.nullable),
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} may be empty until its value is known.`
      : `${columnLabel(target)} is NOT NULL, so a row cannot be created before its value is known.`,
  why: "Every insert without the value is refused, and what the customer did is lost. The value belongs to a later step, which fills it in.",
});
