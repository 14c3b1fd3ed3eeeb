import { type RawBuilder, sql } from "kysely";
import { columnList, columnSql, keyJson, rowImage, tableSql, textLiteral } from "@/lib/db";
import { firstOf } from "@/lib/repairs/first-of";
import { fromImage } from "@/lib/repairs/row-values";
import { currentBatch } from "../current-batch";
import { areSkipped, skipItems } from "../recheck-statements";
import { imageOf, joined, sameKey, withJoins } from "../row-sql";
import { itemsToChange, type WorkList } from "../row-statements";
import type { ObstacleContext } from "./undo-context";
import { obstacles } from "./undo-obstacles";
import type { UndoPart } from "./undo-part";

/** The image that an item of an undo is about. */
const image = sql`join plumbline.quarantine as q on q.id = (i.choice ->> 'quarantine')::bigint`;

/** Skips each previewed row that cannot be taken back any more, with the reason why. */
export function recheckImages(list: WorkList, context: ObstacleContext): RawBuilder<unknown> {
  const { cases, joins } = obstacles(context);
  return sql`${withJoins(joins)}
${skipItems()}
from (
  select
    i.position,
    ${firstOf(cases)} as reason
  from plumbline.run_items as i
  ${image}
  left join ${tableSql(list.table)} as t on ${sameKey(list.table, list.key, "t", sql`i.key`)}${joined(joins)}
  where ${itemsToChange(list)}
) as checked
where ${areSkipped(list)}`;
}

/**
 * Brings rows back, each with the values it had. One that some rule of the table still refuses is left out.
 * Gives the rows that came to be under a key of nobody's asking, for which a trigger must have made another.
 */
export function insertAgain(list: WorkList, { table, columns, checkedLate }: UndoPart): RawBuilder<unknown> {
  const values = columns.map((name) => fromImage(table, name, sql`q.before`));
  return sql`
with back as (
  insert into ${tableSql(table)} as t (${columnList(columns)})
  overriding system value
  select
    ${sql.join(values, sql`,\n    `)}
  from plumbline.run_items as i
  ${image}
  where ${itemsToChange(list)}
  order by i.position${checkedLate ? sql`` : sql`\n  on conflict do nothing`}
  returning ${keyJson("t", list.key)} as key
)
select back.key
from back
where not exists (select from plumbline.run_items as i where ${itemsToChange(list)} and i.key = back.key)
limit 1`;
}

export function skipNotInserted(list: WorkList): RawBuilder<unknown> {
  return sql`
update plumbline.run_items as i
set result = 'skipped', result_reason = 'Another row holds one of its unique values by now.', batch = ${currentBatch}
where ${itemsToChange(list)}
  and not exists (select from ${tableSql(list.table)} as t where ${sameKey(list.table, list.key, "t", sql`i.key`)})`;
}

export function keepInserted(list: WorkList): RawBuilder<unknown> {
  const { schema, name } = list.table;
  return sql`
insert into plumbline.quarantine (run_id, position, schema_name, table_name, key, change, after)
select r.id, i.position, ${textLiteral(schema)}, ${textLiteral(name)}, i.key, 'insert', ${imageOf(list.table, "t")}
from plumbline.run_items as i
join plumbline.runs as r on r.plan_id = i.plan_id
join ${tableSql(list.table)} as t on ${sameKey(list.table, list.key, "t", sql`i.key`)}
where ${itemsToChange(list)}
order by i.position`;
}

export function setBack(list: WorkList, { table, changed }: UndoPart): RawBuilder<unknown> {
  const sets = changed.map((name) => sql`${sql.id(name)} = ${fromImage(table, name, sql`q.before`)}`);
  return sql`
update ${tableSql(table)} as t
set
  ${sql.join(sets, sql`,\n  `)}
from plumbline.run_items as i
${image}
where ${itemsToChange(list)} and ${sameKey(table, list.key, "t", sql`i.key`)}`;
}

/** What the undo made of each row, and the key under which it is found by then, where that was changed as well. */
export function keepSetBack(list: WorkList, { table, key }: UndoPart): RawBuilder<unknown> {
  return sql`
update plumbline.quarantine as kept
set key = ${keyJson("t", key)}, after = ${imageOf(table, "t")}
from plumbline.run_items as i
${image}
join plumbline.runs as r on r.plan_id = i.plan_id
join ${isAsBefore(list)}
where ${itemsToChange(list)}
  and kept.run_id = r.id and kept.batch = ${currentBatch} and kept.position = i.position`;
}

/** Counts the rows that are not, to the last character, what they were, if any. */
export function countDifferent(list: WorkList, { columns, changed, change }: UndoPart): RawBuilder<unknown> {
  const compared = change === "update" ? changed : columns;
  return sql`
select count(*) as different
from plumbline.run_items as i
${image}
left join ${isAsBefore(list)}
where ${itemsToChange(list)}
  and (${columnSql("t", list.key[0] as string)} is null or not q.before @> ${rowImage("t", compared)})
having count(*) > 0`;
}

function isAsBefore({ table, key }: WorkList): RawBuilder<unknown> {
  return sql`${tableSql(table)} as t on ${sameKey(table, key, "t", sql`q.before`)}`;
}
