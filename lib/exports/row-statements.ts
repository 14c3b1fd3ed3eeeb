import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { columnSql, keyJson, tableSql, textLiteral } from "@/lib/db";
import type { Fault } from "@/lib/repairs/define";
import type { RowChange, RowInsert, RowPlan } from "@/lib/repairs/row-plan";
import { withMadeRows } from "@/lib/runner/made-rows";
import { digestOf, imageOf, joined, sameKey, stacked, withJoins } from "@/lib/runner/row-sql";

/** The rows of one exported repair: those that have the fault where it is applied. */
export interface ExportedRows {
  /** Names the repair in `plumbline_undo`. */
  planId: string;
  table: Table;
  key: string[];
}

function matches({ table, key }: ExportedRows): RawBuilder<unknown> {
  return sameKey(table, key, "t", sql`i.key`);
}

/** The rows as the fault's rule gives them, with what each is to get. */
export function listRows({ table, key }: ExportedRows, fault: Fault, plan: RowPlan): RawBuilder<unknown> {
  const skip = plan.skip ? sql`\n  and (${plan.skip}) is null` : sql``;
  return sql`
create temporary table plumbline_items on commit drop as${withJoins(plan.joins)}
select
  row_number() over (order by ${sql.join(key.map((name) => columnSql("t", name)))}) as position,
  ${keyJson("t", key)} as key,
  ${digestOf(table, "t")} as digest,
  ${plan.choice ?? sql`null::jsonb`} as choice
from ${tableSql(table)} as t${stacked(fault.joins)}${joined(plan.joins)}
where (${fault.where})${skip}`;
}

export function lockRows(rows: ExportedRows): RawBuilder<unknown> {
  return sql`
perform
from plumbline_items as i
join ${tableSql(rows.table)} as t on ${matches(rows)}
order by i.position
for update of t`;
}

/** Leaves out what changed between the look and the lock. */
export function keepFaulty(rows: ExportedRows, fault: Fault): RawBuilder<unknown> {
  return sql`
delete from plumbline_items as gone
where gone.position not in (
  select i.position
  from plumbline_items as i
  join ${tableSql(rows.table)} as t on ${matches(rows)}${stacked(fault.joins)}
  where ${digestOf(rows.table, "t")} = i.digest and (${fault.where})
)`;
}

export function insertMissing({ planId }: ExportedRows, parent: Table, creates: RowInsert): RawBuilder<unknown> {
  return sql`${withMadeRows(
    parent,
    creates,
    sql`plumbline_items as i
    where i.choice ? 'create'`,
  )}
insert into plumbline_undo.quarantine (run_id, schema_name, table_name, key, change, after)
select ${planId}, ${textLiteral(parent.schema)}, ${textLiteral(parent.name)}, made.key, 'insert', made.image
from made`;
}

export function keepBefore(rows: ExportedRows, change: "update" | "delete"): RawBuilder<unknown> {
  return sql`
insert into plumbline_undo.quarantine (run_id, position, schema_name, table_name, key, change, before)
select ${rows.planId}, i.position, ${textLiteral(rows.table.schema)}, ${textLiteral(rows.table.name)}, i.key, ${textLiteral(change)}, ${imageOf(rows.table, "t")}
from plumbline_items as i
join ${tableSql(rows.table)} as t on ${matches(rows)}
order by i.position`;
}

export function deleteRows(rows: ExportedRows): RawBuilder<unknown> {
  return sql`
delete from ${tableSql(rows.table)} as t
using plumbline_items as i
where ${matches(rows)}`;
}

export function updateRows(rows: ExportedRows, change: Extract<RowChange, { kind: "update" }>): RawBuilder<unknown> {
  const sets = Object.entries(change.set(rows.planId)).map(([name, value]) => sql`${sql.id(name)} = ${value}`);
  return sql`
update ${tableSql(rows.table)} as t
set
  ${sql.join(sets, sql`,\n  `)}
from plumbline_items as i
where ${matches(rows)}`;
}

export function keepAfter({ planId, table, key }: ExportedRows): RawBuilder<unknown> {
  return sql`
update plumbline_undo.quarantine as q
set after = ${imageOf(table, "t")}
from ${tableSql(table)} as t
where q.run_id = ${planId} and q.change = 'update' and q.after is null
  and ${sameKey(table, key, "t", sql`q.key`)}`;
}

/** Rows that the change did not reach. */
export function unmended(rows: ExportedRows, fault: Fault | null): RawBuilder<unknown> {
  const where = fault ? sql`\nwhere ${fault.where}` : sql``;
  return sql`
select
from plumbline_items as i
join ${tableSql(rows.table)} as t on ${matches(rows)}${stacked(fault?.joins ?? [])}${where}`;
}
