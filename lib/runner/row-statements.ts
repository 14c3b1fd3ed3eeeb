import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { tableSql, textLiteral } from "@/lib/db";
import type { Fault } from "@/lib/repairs/define";
import type { RowChange, RowInsert } from "@/lib/repairs/row-plan";
import { currentBatch } from "./current-batch";
import { withMadeRows } from "./made-rows";
import { imageOf, sameKey, stacked } from "./row-sql";

/** The rows of a table that a plan's work list names, as the plan's statements see them: `t` the row, `i` its item. */
export interface WorkList {
  planId: string;
  table: Table;
  key: string[];
  /** Where a plan has rows of two tables: the items of this one. */
  positions?: { first: number; last: number };
}

const itemKey = sql`i.key`;

/** The batch's part of the list. Each statement of a plan runs once per batch, and settings of its transaction tell it which. */
export const places = sql`i.position between current_setting('plumbline.first')::bigint and current_setting('plumbline.last')::bigint`;

/**
 * The batch's items that nothing else was said of: first those whose turn it is, and once the rows were checked again, those
 * whose rows change. That is not written down, for it is what becomes of nearly all of them.
 */
export function itemsToChange(list: WorkList): RawBuilder<unknown> {
  return sql`i.plan_id = ${list.planId} and ${places} and i.outcome = 'change' and i.result is null${rangeOf(list)}`;
}

function rangeOf({ positions }: WorkList): RawBuilder<unknown> {
  return positions ? sql` and i.position between ${positions.first} and ${positions.last}` : sql``;
}

export function matches({ table, key }: WorkList): RawBuilder<unknown> {
  return sameKey(table, key, "t", itemKey);
}

/** Nobody else may change these rows from here on. In key order, so that two runs cannot lock each other out. */
export function lockRows(list: WorkList): RawBuilder<unknown> {
  return sql`
select count(*)
from (
  select
  from plumbline.run_items as i
  join ${tableSql(list.table)} as t on ${matches(list)}
  where ${itemsToChange(list)}
  order by i.position
  for update of t
) as locked`;
}

/** Nobody else may change these rows from here on; those that somebody holds at this moment are put off to the last pass. */
export function lockFreeRows(list: WorkList): RawBuilder<unknown> {
  return sql`
with free as materialized (
  select i.position
  from plumbline.run_items as i
  join ${tableSql(list.table)} as t on ${matches(list)}
  where ${itemsToChange(list)}
  order by i.position
  for update of t skip locked
),
held as (
  update plumbline.run_items as i
  set result = 'put_off'
  from ${tableSql(list.table)} as t
  where ${itemsToChange(list)} and ${matches(list)}
    and (select count(*) from free) < (select count(*) from plumbline.run_items as i where ${itemsToChange(list)})
    and not exists (select from free where free.position = i.position)
)
select count(*) from free`;
}

/** Makes the rows of another table that these need, and keeps what was made so that an undo can remove it. */
export function insertMissing(list: WorkList, parent: Table, creates: RowInsert): RawBuilder<unknown> {
  return sql`${withMadeRows(
    parent,
    creates,
    sql`plumbline.run_items as i
    where ${itemsToChange(list)} and i.choice ? 'create'`,
  )}
insert into plumbline.quarantine (run_id, schema_name, table_name, key, change, after)
select r.id, ${textLiteral(parent.schema)}, ${textLiteral(parent.name)}, made.key, 'insert', made.image
from made
join plumbline.runs as r on r.plan_id = ${list.planId}`;
}

export function keepBefore(list: WorkList, change: "update" | "delete"): RawBuilder<unknown> {
  return sql`
insert into plumbline.quarantine (run_id, position, schema_name, table_name, key, change, before)
select r.id, i.position, ${textLiteral(list.table.schema)}, ${textLiteral(list.table.name)}, i.key, ${textLiteral(change)}, ${imageOf(list.table, "t")}
from plumbline.run_items as i
join plumbline.runs as r on r.plan_id = i.plan_id
join ${tableSql(list.table)} as t on ${matches(list)}
where ${itemsToChange(list)}
order by i.position`;
}

export function deleteRows(list: WorkList): RawBuilder<unknown> {
  return sql`
delete from ${tableSql(list.table)} as t
using plumbline.run_items as i
where ${itemsToChange(list)} and ${matches(list)}`;
}

export function updateRows(list: WorkList, change: Extract<RowChange, { kind: "update" }>): RawBuilder<unknown> {
  const sets = Object.entries(change.set(list.planId)).map(([name, value]) => sql`${sql.id(name)} = ${value}`);
  return sql`
update ${tableSql(list.table)} as t
set
  ${sql.join(sets, sql`,\n  `)}
from plumbline.run_items as i
where ${itemsToChange(list)} and ${matches(list)}`;
}

/** What the change made of each row, so that an undo can tell whether somebody has changed it since. */
export function keepAfter(list: WorkList): RawBuilder<unknown> {
  const { planId, table, key } = list;
  return sql`
update plumbline.quarantine as q
set after = ${imageOf(table, "t")}
from plumbline.runs as r, ${tableSql(table)} as t
where r.plan_id = ${planId} and q.run_id = r.id and q.batch = ${currentBatch} and q.change = 'update'
  and q.schema_name = ${textLiteral(table.schema)} and q.table_name = ${textLiteral(table.name)}
  and ${sameKey(table, key, "t", sql`q.key`)}`;
}

/** Counts the rows that the change did not reach, if any: they still have the fault or, where there is none to look for, are still there. */
export function countUnmended(list: WorkList, fault: Fault | null): RawBuilder<unknown> {
  const where = fault ? sql` and (${fault.where})` : sql``;
  return sql`
select count(*) as unmended
from plumbline.run_items as i
join ${tableSql(list.table)} as t on ${matches(list)}${stacked(fault?.joins ?? [])}
where ${itemsToChange(list)}${where}
having count(*) > 0`;
}
