import { sql } from "kysely";
import { plainType } from "@/lib/catalog/comparable";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { expiringRows } from "./expiring-status";
import { unreadable } from "./presence";
import type { StatusTarget } from "./target";
import { rowsThat, tableLabel } from "./wording";

const moments = ["timestamp with time zone", "timestamp without time zone", "date"];

/** Rows that say they are live though their time has passed. */
export const activeButExpired = defineCheck({
  code: "active_but_expired",
  kind: "status",
  form: "row",
  volatile: true,
  severity: "warning",
  title: "Active but expired",
  targets: expiringRows,
  violates: (target, _scope, catalog) => {
    // What is valid until a day is valid on that day.
    const over = typeOfEnd(target, catalog) === "date" ? sql`current_date` : sql`now()`;
    const status = sql`${columnSql("t", target.statusColumn)}::text`;
    const isLive = target.anyCase ? sql`lower(${status}) = lower(${target.from})` : sql`${status} = ${target.from}`;
    return sql`${isLive} and ${columnSql("t", target.expiresAtColumn)} < ${over}`;
  },
  uncheckable: (target, catalog) =>
    unreadable(catalog, [[target.table, [target.statusColumn, target.expiresAtColumn]]]) ?? notAMoment(target, catalog),
  explain: (target, count) =>
    count === 0
      ? `No row of ${tableLabel(target.table)} is ${live(target)} past its ${target.expiresAtColumn}.`
      : `${rowsThat(count, target.table, "is", "are")} ${live(target)} past ${count === 1 ? "its" : "their"} ${target.expiresAtColumn}.`,
  why: "They count as live and can be restored though their time has passed. Nothing ended them: the job that should have was missing or failed.",
});

function live({ from, statusColumn }: StatusTarget): string {
  return from === "true" ? `marked ${statusColumn}` : from;
}

function notAMoment(target: StatusTarget, catalog: Catalog): string | null {
  const type = typeOfEnd(target, catalog);
  return moments.includes(plainType(type))
    ? null
    : `${tableLabel(target.table)}.${target.expiresAtColumn} is ${type}, which is not a time.`;
}

function typeOfEnd(target: StatusTarget, catalog: Catalog): string {
  const table = catalog.find(target.table);
  return (table && columnOf(table, target.expiresAtColumn))?.type ?? "";
}
