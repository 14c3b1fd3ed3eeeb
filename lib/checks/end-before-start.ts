import { type SqlBool, sql } from "kysely";
import { columnSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { timeSpans } from "./time-spans";
import { rowsThat, tableLabel } from "./wording";

/** Rows that end before they start. */
export const endBeforeStart = defineCheck({
  code: "end_before_start",
  kind: "span",
  form: "row",
  severity: "warning",
  title: "Ends before it starts",
  targets: timeSpans,
  violates: ({ columns: [start, end] }) => sql<SqlBool>`${columnSql("t", end)} < ${columnSql("t", start)}`,
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, target.columns]]),
  explain: ({ table, columns: [start, end] }, count) =>
    count === 0
      ? `No ${end} of ${tableLabel(table)} is before the ${start} of its row.`
      : `${rowsThat(count, table, "has", "have")} ${end} before ${start}.`,
  why: "Whatever takes the one from the other gets a duration below zero, and a search for what is valid on a day never finds the row. The two were typed in the wrong order, or one was changed without the other.",
});
