import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { columnSql, rowImage } from "@/lib/db";
import type { RowJoin } from "@/lib/repairs/row-plan";
import { allEqual, fromImage } from "@/lib/repairs/row-values";

/** The row has the key that a JSON object holds; written so that the table's own index is used. */
export function sameKey(
  table: Table,
  columns: readonly string[],
  alias: string,
  json: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${allEqual(columns.map((column) => [columnSql(alias, column), fromImage(table, column, json)]))}`;
}

/** Joins one below the other. */
export function stacked(joins: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return joins.length === 0 ? sql`` : sql`\n  ${sql.join(joins, sql`\n  `)}`;
}

/** What a plan computes once for all of its rows, before the statement that joins it. */
export function withJoins(joins: readonly RowJoin[]): RawBuilder<unknown> {
  if (joins.length === 0) return sql``;
  const queries = joins.map(({ as, query }) => sql`${sql.id(as)} as materialized (\n  ${query}\n)`);
  return sql`\nwith ${sql.join(queries, sql`,\n`)}`;
}

/** Joins what was computed once. */
export function joined(joins: readonly RowJoin[]): RawBuilder<unknown> {
  return stacked(joins.map(({ as, on }) => sql`left join ${sql.id(as)} on ${on}`));
}

/** Every column of the row as text, by name. */
export function imageOf(table: Table, alias: string): RawBuilder<unknown> {
  return rowImage(
    alias,
    table.columns.map(({ name }) => name),
  );
}

/** Tells whether the row is still what was previewed. */
export function digestOf(table: Table, alias: string): RawBuilder<string> {
  return digestOfImage(imageOf(table, alias));
}

export function digestOfImage(image: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`md5((${image})::text)`;
}
