import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import { columnSql, textLiteral } from "@/lib/db";

/** The column's type as PostgreSQL prints it. The text comes from the catalogue, which quotes it where needed. */
export function typeOf(table: Table, column: string): RawBuilder<unknown> {
  const found = columnOf(table, column);
  if (!found) throw new Error(`${table.schema}.${table.name} has no column ${column}`);
  return sql.raw(found.type);
}

/** Text read back as a value of the column. */
export function fromText(table: Table, column: string, text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${text}::text::${typeOf(table, column)}`;
}

/** A value that a JSON object keeps as text under the column's name: `(i.key ->> 'id')::uuid`. */
export function fromImage(
  table: Table,
  column: string,
  image: RawBuilder<unknown>,
  name = column,
): RawBuilder<unknown> {
  return sql`(${image} ->> ${textLiteral(name)})::${typeOf(table, column)}`;
}

/** A JSON object of texts by name. */
export function textObject(texts: Record<string, RawBuilder<unknown>>): RawBuilder<unknown> {
  const names = Object.keys(texts).map(textLiteral);
  const values = Object.values(texts).map((text) => sql`${text}::text`);
  return sql`jsonb_object(array[${sql.join(names)}]::text[], array[${sql.join(values)}]::text[])`;
}

/** Every pair is equal. */
export function allEqual(pairs: readonly (readonly [RawBuilder<unknown>, RawBuilder<unknown>])[]): RawBuilder<unknown> {
  return sql`${sql.join(
    pairs.map(([left, right]) => sql`${left} = ${right}`),
    sql` and `,
  )}`;
}

/** Columns of one alias equal to columns of another, in order. */
export function samePairs(
  left: string,
  columns: readonly string[],
  right: string,
  others: readonly string[],
): RawBuilder<unknown> {
  return allEqual(columns.map((column, at) => [columnSql(left, column), columnSql(right, others[at] as string)]));
}
