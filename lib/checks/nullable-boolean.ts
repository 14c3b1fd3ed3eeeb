import { columnLabel, verdictOn } from "./column";
import { columnTargets } from "./column-targets";
import { defineCheck } from "./define";

/** Yes, no, and a third answer that hardly anybody meant. */
export const nullableBoolean = defineCheck({
  code: "nullable_boolean",
  kind: "column",
  form: "catalog",
  severity: "info",
  title: "Boolean that may be NULL",
  targets: (catalog) => columnTargets(catalog, ({ type }) => type === "boolean"),
  evaluate: (target, catalog) => verdictOn(target, catalog, (column) => !column.nullable),
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} is always true or false.`
      : `${columnLabel(target)} may be NULL, which is neither true nor false: decide what it means, fill it, and make the column NOT NULL.`,
  why: "A query for true and a query for false both leave rows with NULL out, and so does their negation: such rows vanish from lists that seem to cover everything. Mostly nobody wanted a third answer and NOT NULL was just not written.",
});
