import type { Column } from "@/lib/catalog/types";
import { columnLabel, verdictOn } from "./column";
import { defineCheck } from "./define";
import { madeKeys } from "./made-keys";

/** A column that writers leave out, while the database has nothing to put there. */
export const missingDefault = defineCheck({
  code: "missing_default",
  kind: "column",
  form: "catalog",
  severity: "error",
  title: "Missing default",
  targets: (catalog) => madeKeys(catalog, makesValues),
  evaluate: (target, catalog) => verdictOn(target, catalog, makesValues),
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} has a default that makes a value.`
      : `${columnLabel(target)} has no default that makes a value, so an insert that leaves it out is refused.`,
  why: "The application counts on the database to make this value. A table that was recreated by hand or by a migration script easily loses the default, and every insert fails from then on.",
});

// A constant would be taken by the first row and refused to the second.
function makesValues({ default: expression, identity, generated }: Column): boolean {
  const calls = (expression ?? "").replace(/'(?:[^']|'')*'/g, "").replace(/::[a-z_." ]+(\([\d,]+\))?/gi, "");
  return identity !== null || generated || /\w\(/.test(calls);
}
