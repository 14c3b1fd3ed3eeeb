import { type SqlBool, sql } from "kysely";
import { columnSql } from "@/lib/db/sql";
import { agedReferences } from "./creation-times";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { incomparable, joinParent, parentLabel } from "./reference";
import { rowsThat, tableLabel } from "./wording";

/** Rows that were made before the row that they belong to. */
export const childOlderThanParent = defineCheck({
  code: "child_older_than_parent",
  kind: "age",
  form: "row",
  severity: "info",
  title: "Older than its parent",
  targets: agedReferences,
  violates: (target, scope) => {
    const alias = joinParent(target, scope);
    // Two rows of one moment may be stamped by two machines, whose clocks differ by seconds.
    return sql<SqlBool>`${columnSql("t", target.at)} < ${columnSql(alias, target.parentAt)} - interval '1 minute'`;
  },
  uncheckable: (target, catalog) =>
    unreadable(catalog, [
      [target.table, [...target.columns, target.at]],
      [target.parent, [...target.parentColumns, target.parentAt]],
    ]) ?? incomparable(target, catalog),
  explain: (target, count) =>
    count === 0
      ? `No row of ${tableLabel(target.table)} is older than the row of ${parentLabel(target)} that it names.`
      : `${rowsThat(count, target.table, "was", "were")} made (${target.at}) before the row of ${parentLabel(target)} that ${count === 1 ? "it names" : "they name"} (${target.parentAt}).`,
  why: "A part cannot be there before the whole: the row belongs to another parent, or one of the two times is wrong. It happens when parents are made anew for old rows, when an import stamps its own time, or when keys are used twice.",
});
