import { sql } from "kysely";
import { columnSql } from "@/lib/db/sql";
import { columnAt, columnLabel } from "./column";
import { columnTargets } from "./column-targets";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { rowsThat } from "./wording";

/** Rows that are empty where the table has a default. */
export const nullDespiteDefault = defineCheck({
  code: "null_despite_default",
  kind: "column",
  form: "row",
  severity: "warning",
  title: "NULL despite a default",
  targets: (catalog) =>
    columnTargets(
      catalog,
      (column) => column.nullable && column.default !== null && !/^null\b/i.test(column.default) && !column.generated,
    ),
  violates: (target) => sql`${columnSql("t", target.column)} is null`,
  uncheckable: (target, catalog) =>
    unreadable(catalog, [[target.table, [target.column]]]) ??
    (columnAt(target, catalog)?.default
      ? null
      : `${columnLabel(target)} has no default, so an empty value says nothing.`),
  proved: (target, catalog) => columnAt(target, catalog)?.nullable === false,
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} is filled in every row.`
      : `${rowsThat(count, target.table, "has", "have")} no ${target.column}, though the column has a default.`,
  why: "A default only helps inserts that leave the column out: rows that are older than the default, or that were sent an explicit NULL, stay empty. Lists and reports that select by this column leave them out.",
});
