import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { amountsBeside } from "./credit-lines";
import { defineCheck } from "./define";
import { oddSpellings } from "./odd-spellings";
import { unreadable } from "./presence";
import { isRareSlip, usualWords } from "./rare-slips";
import { sensibleRange } from "./sensible-ranges";
import { smallScale } from "./small-scales";
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
        const range = isRuled(table, column)
          ? null
          : (smallScale(column) ?? sensibleRange(table, column) ?? sensibleWords(column));
        if (!range) return [];
        return [{ kind: "range", table: { schema: table.schema, name: table.name }, column: column.name, ...range }];
      }),
    ),
  violates: (target, _scope, catalog) => {
    const outOfRange = sql<SqlBool>`(${sql.join(faults(target), sql` or `)})`;
    const table = catalog.find(target.table);
    const credits = (table ? amountsBeside(table, target.column) : []).map(
      (amount) => sql`${columnSql("t", amount)}::numeric < 0`,
    );
    return credits.length === 0 ? outOfRange : sql`${outOfRange} and (${sql.join(credits, sql` or `)}) is not true`;
  },
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, [target.column]]]),
  explain: (target, count) =>
    count === 0
      ? `No ${target.column} of ${tableLabel(target.table)} is ${outside(target)}.`
      : `${rowsThat(count, target.table, "has", "have")} ${target.column} ${outside(target)}.`,
  why: "A value that cannot be true spoils every sum, average and map that it is part of, and points to a screen or an import that checks nothing. The range is guessed from the name of the column; a CHECK constraint would say it for good.",
});

function sensibleWords(column: Column): Pick<RangeTarget, "misspelt" | "usually"> | null {
  const misspelt = oddSpellings(column);
  const usually = usualWords(column);
  if (misspelt.length === 0 && usually === null) return null;
  return { ...(misspelt.length > 0 && { misspelt }), ...(usually && { usually }) };
}

/** A rule of the table, or a key, says what its values may be. */
function isRuled({ checkConstraints = [], foreignKeys }: Table, { name, domainOf }: Column): boolean {
  return (
    domainOf !== undefined ||
    checkConstraints.some(({ validated, columns }) => validated && columns.includes(name)) ||
    foreignKeys.some(({ columns }) => columns.includes(name))
  );
}

// A birth in the future is no truer on the day that it names, so the clock makes no answer old; and it is tomorrow somewhere.
function faults({ column, min, max, oneOf, past, misspelt, usually }: RangeTarget): RawBuilder<unknown>[] {
  const value = columnSql("t", column);
  return [
    ...(min === undefined ? [] : [sql`${value} < ${sql.lit(Number(min))}`]),
    ...(max === undefined ? [] : [sql`${value} > ${sql.lit(Number(max))}`]),
    ...(past ? [sql`${value} > now() + interval '1 day'`] : []),
    ...(misspelt === undefined ? [] : [sql`${value}::text = any (${misspelt.map((odd) => odd.value)}::text[])`]),
    ...(usually === undefined ? [] : [isRareSlip(column, usually)]),
    ...(oneOf === undefined ? [] : [sql`${value}::text <> all (${oneOf}::text[])`]),
  ];
}

function outside({ min, max, oneOf, past, misspelt = [], usually }: RangeTarget): string {
  const bounds = [...(min === undefined ? [] : [`below ${min}`]), ...(max === undefined ? [] : [`above ${max}`])];
  return [
    ...bounds,
    ...(past ? ["in the future"] : []),
    ...misspelt.map(({ value, meant }) => `"${value}" for "${meant}"`),
    ...(usually ? ["that is nearly, but not quite, one of its usual words"] : []),
    ...(oneOf === undefined ? [] : [`other than ${oneOf.join(", ")}`]),
  ].join(" or ");
}
