import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { sensibleRange } from "./sensible-ranges";
import type { RangeTarget } from "./target";
import { rowsThat, tableLabel } from "./wording";

/** Values that cannot be what the name of their column says. */
export const valuesOutOfRange = defineCheck({
  code: "values_out_of_range",
  kind: "range",
  form: "row",
  severity: "warning",
  title: "Values out of range",
  targets: (catalog: Catalog): RangeTarget[] =>
    catalog.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const range = isRuled(table, column) ? null : sensibleRange(table, column);
        if (!range) return [];
        return [{ kind: "range", table: { schema: table.schema, name: table.name }, column: column.name, ...range }];
      }),
    ),
  violates: (target) => sql<SqlBool>`(${sql.join(faults(target), sql` or `)})`,
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, [target.column]]]),
  explain: (target, count) =>
    count === 0
      ? `No ${target.column} of ${tableLabel(target.table)} is ${outside(target)}.`
      : `${rowsThat(count, target.table, "has", "have")} ${target.column} ${outside(target)}.`,
  why: "A value that cannot be true spoils every sum, average and map that it is part of, and points to a screen or an import that checks nothing. The range is guessed from the name of the column; a CHECK constraint would say it for good.",
});

/** A rule of the table, or a key, says what its values may be. */
function isRuled({ checkConstraints = [], foreignKeys }: Table, { name, domainOf }: Column): boolean {
  return (
    domainOf !== undefined ||
    checkConstraints.some(({ validated, columns }) => validated && columns.includes(name)) ||
    foreignKeys.some(({ columns }) => columns.includes(name))
  );
}

function faults({ column, min, max, oneOf }: RangeTarget): RawBuilder<unknown>[] {
  const value = columnSql("t", column);
  return [
    ...(min === undefined ? [] : [sql`${value} < ${sql.lit(Number(min))}`]),
    ...(max === undefined ? [] : [sql`${value} > ${sql.lit(Number(max))}`]),
    ...(oneOf === undefined ? [] : [sql`${value}::text <> all (${oneOf}::text[])`]),
  ];
}

function outside({ min, max, oneOf }: RangeTarget): string {
  const bounds = [...(min === undefined ? [] : [`below ${min}`]), ...(max === undefined ? [] : [`above ${max}`])];
  return [...bounds, ...(oneOf === undefined ? [] : [`other than ${oneOf.join(", ")}`])].join(" or ");
}
