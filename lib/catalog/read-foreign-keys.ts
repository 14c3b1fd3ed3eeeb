import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ForeignKey, TableName } from "./types";

/** A foreign key of any relation of any schema: what nobody looks at otherwise still loses its rows to a cascade. */
export interface DeclaredKey {
  /** The relation that has it. */
  oid: string;
  foreignKey: ForeignKey;
  /** The whole table of the relation that has it, and of the one that it points to. */
  child: TableName & { readable: boolean };
  parent: TableName;
}

interface ForeignKeyRow
  extends Omit<ForeignKey, "parent" | "temporal" | "unenforced" | "triggersEnabled" | "disabledOn">,
    Pick<DeclaredKey, "oid" | "child"> {
  temporal: boolean;
  unenforced: boolean;
  disabledOn: TableName[] | null;
  parentSchema: string;
  parentName: string;
  root: TableName;
}

/** Foreign keys as they were declared; the copies that partitions inherit count only for their triggers. */
export async function readForeignKeys(db: Kysely<unknown>): Promise<DeclaredKey[]> {
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
      select
        lineage.root,
        jsonb_agg(
          distinct jsonb_build_object('schema', n.nspname, 'name', c.relname)
        ) as tables
      from lineage
      join pg_catalog.pg_trigger g on g.tgconstraint = lineage.oid
      join pg_catalog.pg_class c on c.oid = g.tgrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where g.tgenabled not in ('O', 'A')
      group by lineage.root
    )
    select
      k.conrelid::text as oid,
      jsonb_build_object(
        'schema', wn.nspname,
        'name', w.relname,
        'readable', has_schema_privilege(wn.oid, 'usage') and has_table_privilege(w.oid, 'select')
      ) as child,
      jsonb_build_object('schema', rn.nspname, 'name', r.relname) as root,
      k.conname as name,
      ${attributeNames(sql`k.conrelid`, sql`k.conkey`)} as columns,
      pn.nspname as "parentSchema",
      pc.relname as "parentName",
      ${attributeNames(sql`k.confrelid`, sql`k.confkey`)} as "parentColumns",
      ${action(sql`k.confdeltype`)} as "onDelete",
      ${action(sql`k.confupdtype`)} as "onUpdate",
      case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end as match,
      k.convalidated as validated,
      coalesce((to_jsonb(k) ->> 'conperiod')::boolean, false) as temporal,
      not coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) as unenforced,
      idle.tables as "disabledOn"
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class pc on pc.oid = k.confrelid
    join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
    join pg_catalog.pg_class w on w.oid = coalesce(pg_partition_root(k.conrelid), k.conrelid)
    join pg_catalog.pg_namespace wn on wn.oid = w.relnamespace
    join pg_catalog.pg_class r on r.oid = coalesce(pg_partition_root(k.confrelid), k.confrelid)
    join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
    left join idle on idle.root = k.oid
    where k.contype = 'f' and k.conparentid = 0
    order by k.conrelid, k.conname
  `.execute(db);
  return rows.map(({ oid, child, root, parentSchema, parentName, temporal, unenforced, disabledOn, ...key }) => ({
    oid,
    foreignKey: {
      ...key,
      triggersEnabled: disabledOn === null,
      ...(disabledOn && { disabledOn }),
      parent: { schema: parentSchema, name: parentName },
      ...(temporal && { temporal }),
      ...(unenforced && { unenforced }),
    },
    child,
    parent: root,
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
