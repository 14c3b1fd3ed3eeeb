import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { columnSql, keyJson, tableSql, textLiteral } from "@/lib/db";
import { samePairs } from "@/lib/repairs/row-values";
import { imageOf, sameKey } from "./row-sql";

/** Rows `c` of another table that name rows `t` of a work list, whose items are `i`; `w` is the row that they are to name. */
export interface MovedRows {
  planId: string;
  /** The table of the list. */
  table: Table;
  key: string[];
  /** The items whose rows go: what follows `from`, and the condition. */
  items: { from: RawBuilder<unknown>; where: RawBuilder<unknown> };
  child: Table;
  childKey: string[];
  columns: string[];
  parentColumns: string[];
}

const run = (planId: string) => sql`(select r.id from plumbline.runs as r where r.plan_id = ${planId})`;

function named({ items, table, key, child, columns, parentColumns }: MovedRows): RawBuilder<unknown> {
  return sql`${items.from}
join ${tableSql(table)} as t on ${sameKey(table, key, "t", sql`i.key`)}
join ${tableSql(child)} as c on ${samePairs("c", columns, "t", parentColumns)}`;
}

/** The rows that stay may neither go nor change their key from here on. */
export function lockStaying({ table, key, items }: Pick<MovedRows, "table" | "key" | "items">): RawBuilder<unknown> {
  return sql`
select count(*)
from (
  select
  from ${items.from}
  join ${tableSql(table)} as w on ${sameKey(table, key, "w", sql`(i.choice -> 'to')`)}
  where ${items.where}
  order by i.position
  for no key update of w
) as locked`;
}

export function lockMoved(rows: MovedRows): RawBuilder<unknown> {
  const order = rows.childKey.map((name) => columnSql("c", name));
  return sql`
select count(*)
from (
  select
  from ${named(rows)}
  where ${rows.items.where}
  order by ${sql.join(order)}
  for update of c
) as locked`;
}

/** A row that names two of them is kept once, as it was before both. */
export function keepMoved(rows: MovedRows): RawBuilder<unknown> {
  const { planId, child, childKey, items } = rows;
  const [schema, name] = [textLiteral(child.schema), textLiteral(child.name)];
  return sql`
insert into plumbline.quarantine (run_id, schema_name, table_name, key, change, before)
select ${run(planId)}, ${schema}, ${name}, ${keyJson("c", childKey)}, 'update', ${imageOf(child, "c")}
from ${named(rows)}
where ${items.where} and not exists (
  select from plumbline.quarantine as q
  where q.run_id = ${run(planId)} and q.schema_name = ${schema} and q.table_name = ${name} and q.key = ${keyJson("c", childKey)}
)`;
}

/** Where the key of a row moves, its image is kept by the key that it has now: there an undo finds the row. */
export function moveRows(rows: MovedRows): RawBuilder<unknown> {
  const { planId, table, key, items, child, childKey, columns, parentColumns } = rows;
  const sets = columns.map((name, at) => sql`${sql.id(name)} = ${columnSql("w", parentColumns[at] as string)}`);
  const isMoved = isRekeyed(rows);
  const former = isMoved ? sql`,\n  ${tableSql(child)} as former` : sql``;
  const isFormer = isMoved ? sql` and ${samePairs("former", childKey, "c", childKey)}` : sql``;
  const update = sql`
update ${tableSql(child)} as c
set
  ${sql.join(sets, sql`,\n  `)}
from ${items.from}
join ${tableSql(table)} as t on ${sameKey(table, key, "t", sql`i.key`)}
join ${tableSql(table)} as w on ${sameKey(table, key, "w", sql`(i.choice -> 'to')`)}${former}
where ${items.where} and ${samePairs("c", columns, "t", parentColumns)}${isFormer}`;
  if (!isMoved) return update;
  return sql`
with moved as (${update}
returning ${keyJson("former", childKey)} as former, ${keyJson("c", childKey)} as key, ${imageOf(child, "c")} as image
)
update plumbline.quarantine as q
set key = moved.key, after = moved.image
from moved
where q.run_id = ${run(planId)} and q.schema_name = ${textLiteral(child.schema)} and q.table_name = ${textLiteral(child.name)}
  and q.key = moved.former and q.after is null`;
}

/** Counts the rows that still name one that goes, if any. */
export function countUnmoved(rows: MovedRows): RawBuilder<unknown> {
  return sql`
select count(*) as unmoved
from ${named(rows)}
where ${rows.items.where}
having count(*) > 0`;
}

/** The key of the row itself is what moves. */
export function isRekeyed({ childKey, columns }: Pick<MovedRows, "childKey" | "columns">): boolean {
  return childKey.some((name) => columns.includes(name));
}
