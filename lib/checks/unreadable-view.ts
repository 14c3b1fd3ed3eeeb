import { type RawBuilder, type SqlBool, sql } from "kysely";
import { tableSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import type { ViewTarget } from "./target";
import { viewAbsence, viewAt, viewTarget } from "./view";
import { tableLabel } from "./wording";

const rowsRead = 1_000;
/** Whether a view works is told by its first rows; a report that takes minutes may not take them from each scan. */
const timeoutMs = 5_000;

/** A view that fails when it is read. The failure is the finding: it is not checked, for the reason that PostgreSQL gives. */
export const unreadableView = defineCheck({
  code: "unreadable_view",
  kind: "view",
  form: "row",
  volatile: true,
  timeoutMs,
  severity: "warning",
  title: "View that cannot be read",
  targets: (catalog) => catalog.views.map(viewTarget),
  violates: (target) => isUnreadable(target),
  uncheckable: (target, catalog) =>
    viewAbsence(target, catalog) ??
    (viewAt(target.table, catalog)?.readable
      ? null
      : `Plumbline's database user may not read ${tableLabel(target.table)}.`),
  explain: ({ table }, count) =>
    count === 0
      ? `The first rows of ${tableLabel(table)} can be read.`
      : `The first rows of ${tableLabel(table)} cannot be read.`,
  why: "PostgreSQL keeps a view from losing its tables and columns, and does not look into the functions that it calls: what they need may be gone, or a value may have come that they cannot take. The report or screen behind the view then shows an error, or nothing.",
});

/**
 * Never true: it fails or it is false. As it says nothing of a row, PostgreSQL answers it once; as the rows are made text,
 * no column of them can be left out.
 */
function isUnreadable({ table }: ViewTarget): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    select count(*) < count((v.*)::text)
    from (select * from ${tableSql(table)} limit ${sql.lit(rowsRead)}) as v
  )`;
}
