import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { columnAt, columnLabel } from "./column";
import { baseType, columnTargets } from "./column-targets";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { nearlyUsed } from "./sequence-near-overflow";
import { feeds } from "./sequence-target";
import type { ColumnTarget } from "./target";
import { grouped, largestOf } from "./type-range";
import { undeclaredOf } from "./undeclared-of";
import { one, rowsThat } from "./wording";

const narrow = ["smallint", "integer"];

/** Keys of numbers that come near the end of their type, where no sequence tells so already. */
export const keyNearOverflow = defineCheck({
  code: "key_near_overflow",
  kind: "column",
  form: "row",
  severity: "warning",
  title: "Key near the end of its type",
  targets: (catalog) => {
    // The sequence itself tells; but a row may hold more than it has given.
    const told = new Set(
      feeds(catalog)
        .filter(nearlyUsed)
        .map(({ column }) => column),
    );
    return columnTargets(
      catalog,
      (column, table) =>
        narrow.includes(baseType(column)) &&
        !told.has(column) &&
        (isOwnKey(column, table) || isNarrowerChild(column, table, catalog)),
    ).map((target) => ({ ...target, above: thresholdOf(target, catalog) }));
  },
  violates: (target, _scope, catalog) =>
    sql`${columnSql("t", target.column)} > ${sql.lit(Number(thresholdOf(target, catalog)))}`,
  uncheckable: (target, catalog) => {
    const absent = unreadable(catalog, [[target.table, [target.column]]]);
    if (absent) return absent;
    const column = columnAt(target, catalog);
    return column && largestOf(column) !== null ? null : `${columnLabel(target)} is of a type that has no end.`;
  },
  explain: (target, count) => {
    const beyond = `above ${grouped(target.above ?? "0")}, the last fifth of what its type can hold`;
    return count === 0
      ? `No ${target.column} of ${columnLabel(target)} is ${beyond}.`
      : `${rowsThat(count, target.table, "has", "have")} ${one(target.column)} ${beyond}. Make the column bigint before a value no longer fits.`;
  },
  why: "An insert whose number does not fit is refused, and a column that refers to a wider key fails long after that key was widened. Changing the type later rewrites a table that is then at its largest.",
});

/** The primary key by itself, or what counts within the rest of it by a smallint; where it is also a reference, the parent tells. */
function isOwnKey(column: Column, { primaryKey, foreignKeys }: Table): boolean {
  const columns = primaryKey?.columns ?? [];
  const isLast = columns.at(-1) === column.name && (columns.length === 1 || baseType(column) === "smallint");
  return isLast && !foreignKeys.some(({ columns }) => columns.includes(column.name));
}

/** It refers to a key that can hold more than it can. */
function isNarrowerChild(column: Column, table: Table, catalog: Catalog): boolean {
  const own = largestOf(column);
  return [...table.foreignKeys, ...undeclaredOf(catalog, table)].some(({ columns, parent, parentColumns }) => {
    const at = columns.indexOf(column.name);
    const found = catalog.find(parent);
    const wider = at >= 0 && found ? columnOf(found, parentColumns[at] ?? "") : undefined;
    const limit = wider && largestOf(wider);
    return own !== null && limit !== null && limit !== undefined && limit > own;
  });
}

/** Where the last fifth begins. */
function thresholdOf(target: ColumnTarget, catalog: Catalog): string {
  const column = columnAt(target, catalog);
  return String((((column && largestOf(column)) ?? 0n) * 4n) / 5n);
}
