import { type Kysely, type RawBuilder, sql } from "kysely";
import { businessTables } from "./scope";
import type { ForeignKey } from "./types";

interface ForeignKeyRow extends Omit<ForeignKey, "parent"> {
  oid: string;
  parentSchema: string;
  parentName: string;
}

/** Foreign keys as they were declared; the copies that partitions inherit count only for their triggers. */
export async function readForeignKeys(db: Kysely<unknown>): Promise<(ForeignKey & { oid: string })[]> {
  const { rows } = await sql<ForeignKeyRow>`
    with recursive lineage (root, oid) as (
      select k.oid, k.oid
      from pg_catalog.pg_constraint k
      where k.contype = 'f' and k.conparentid = 0
      union all
      select lineage.root, k.oid
      from lineage
      join pg_catalog.pg_constraint k on k.conparentid = lineage.oid and k.contype = 'f'
    ),
    idle as (
      select distinct lineage.root
      from lineage
      join pg_catalog.pg_trigger g on g.tgconstraint = lineage.oid
      where g.tgenabled not in ('O', 'A')
    )
    select
      t.oid::text,
      k.conname as name,
      ${attributeNames(sql`k.conrelid`, sql`k.conkey`)} as columns,
      pn.nspname as "parentSchema",
      pc.relname as "parentName",
      ${attributeNames(sql`k.confrelid`, sql`k.confkey`)} as "parentColumns",
      ${action(sql`k.confdeltype`)} as "onDelete",
      ${action(sql`k.confupdtype`)} as "onUpdate",
      case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end as match,
      k.convalidated as validated,
      idle.root is null as "triggersEnabled"
    from (${businessTables}) as t
    join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
    join pg_catalog.pg_class pc on pc.oid = k.confrelid
    join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
    left join idle on idle.root = k.oid
    order by t.oid, k.conname
  `.execute(db);
  return rows.map(({ parentSchema, parentName, ...key }) => ({
    ...key,
    parent: { schema: parentSchema, name: parentName },
  }));
}

function attributeNames(relation: RawBuilder<unknown>, numbers: RawBuilder<unknown>) {
  return sql`array(
        select a.attname::text
        from unnest(${numbers}) with ordinality as part (attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = ${relation} and a.attnum = part.attnum
        order by part.place
      )`;
}

function action(letter: RawBuilder<unknown>) {
  return sql`case ${letter}
        when 'r' then 'restrict'
        when 'c' then 'cascade'
        when 'n' then 'set null'
        when 'd' then 'set default'
        else 'no action'
      end`;
}
