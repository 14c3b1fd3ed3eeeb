import { type RawBuilder, sql } from "kysely";
import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Catalog, Table } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import { faultOf } from "@/lib/checks/fault";
import type { Target } from "@/lib/checks/target";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import type { Place } from "./read-pass";

export interface RowsWanted {
  limit: number;
  /** Cells are cut to this; keys never are. */
  maxCellChars: number;
  /** Only rows after this key, values as text. */
  after?: Record<string, string>;
}

/** The rows that a finding names, in key order: `image` is column → text. */
export function rowsStatement(
  table: Table,
  { check, target }: { check: CheckCode; target: Target },
  catalog: Catalog,
  wanted: RowsWanted,
): RawBuilder<{ image: Record<string, string | null> }> {
  const key = identifyingColumns(table);
  const fault = faultOf(check, target, catalog);
  const joins = fault.joins.length === 0 ? sql`` : sql`\n${sql.join(fault.joins, sql`\n`)}`;
  const after = key && wanted.after ? sql`\n  and ${beyond(table, key, wanted.after)}` : sql``;
  return sql`
select ${cutImage(table, key ?? [], wanted.maxCellChars)} as image
from ${tableSql(table)} as t${joins}
where (${fault.where})${after}
order by ${sql.join(orderOf(key))}
limit ${wanted.limit}`;
}

/** The rows at these places, in key order, with where each is. Only the transaction that found the places may ask. */
export function placedRowsStatement(
  table: Table,
  places: Place[],
  maxCellChars: number,
): RawBuilder<Place & { image: Record<string, string | null> }> {
  const key = identifyingColumns(table);
  return sql`
select t.tableoid::text as part, t.ctid::text as place, ${cutImage(table, key ?? [], maxCellChars)} as image
from ${tableSql(table)} as t
where t.ctid = any (${places.map(({ place }) => place)}::tid[])
order by ${sql.join(orderOf(key))}`;
}

function orderOf(key: string[] | null): RawBuilder<unknown>[] {
  return key?.map((column) => columnSql("t", column)) ?? [sql`t.tableoid`, sql`t.ctid`];
}

// The row comparison is one range of the key's index, where `a > x or a = x and b > y` is two. Types are not identifiers
// and cannot be quoted; these are as `format_type` printed them.
function beyond(table: Table, key: string[], after: Record<string, string>): RawBuilder<unknown> {
  const typed = key.map((column) => {
    const type = table.columns.find(({ name }) => name === column)?.type ?? "text";
    return sql`cast(${after[column] ?? null}::text as ${sql.raw(type)})`;
  });
  return sql`(${sql.join(key.map((column) => columnSql("t", column)))}) > (${sql.join(typed)})`;
}

function cutImage(table: Table, key: string[], maxChars: number): RawBuilder<unknown> {
  const names = table.columns.map(({ name }) => textLiteral(name));
  const texts = table.columns.map(({ name }) =>
    key.includes(name)
      ? sql`${columnSql("t", name)}::text`
      : sql`left(${columnSql("t", name)}::text, ${sql.lit(maxChars)})`,
  );
  return sql`jsonb_object(array[${sql.join(names)}]::text[], array[${sql.join(texts)}]::text[])`;
}
