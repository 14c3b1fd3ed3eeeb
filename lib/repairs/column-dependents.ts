import { sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { FactQuery } from "./facts";
import { oid } from "./reference-facts";

/** Fact: what PostgreSQL would refuse, or silently change the meaning of, when this column gets another type; named one by one. */
export function columnDependents(table: TableName, column: string): FactQuery {
  return sql`
    with the as (
      select a.attrelid as relation, a.attnum as number, quote_ident(a.attname) as name
      from pg_catalog.pg_attribute a
      where a.attrelid = ${oid(table.schema, table.name)} and a.attname = ${column}
    ),
    dependent as (
      select d.classid, d.objid, d.objsubid
      from pg_catalog.pg_depend d
      join the on d.refclassid = 'pg_class'::regclass and d.refobjid = the.relation and d.refobjsubid = the.number
    ),
    named as (
      select 'the view ' || r.ev_class::regclass as what
      from dependent d join pg_catalog.pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
      union
      select 'the generated column ' || quote_ident(a.attname)
      from dependent d
      join pg_catalog.pg_attrdef e on d.classid = 'pg_attrdef'::regclass and e.oid = d.objid
      join pg_catalog.pg_attribute a on a.attrelid = e.adrelid and a.attnum = e.adnum and a.attgenerated <> ''
      union
      -- As PostgreSQL 14 keeps it.
      select 'the generated column ' || quote_ident(a.attname)
      from dependent d
      join pg_catalog.pg_attribute a
        on d.classid = 'pg_class'::regclass and a.attrelid = d.objid and a.attnum = d.objsubid and a.attgenerated <> ''
      union
      select 'the policy ' || quote_ident(p.polname)
      from dependent d join pg_catalog.pg_policy p on d.classid = 'pg_policy'::regclass and p.oid = d.objid
      union
      select 'the trigger ' || quote_ident(t.tgname)
      from dependent d
      join pg_catalog.pg_trigger t on d.classid = 'pg_trigger'::regclass and t.oid = d.objid and not t.tgisinternal
      union
      select 'the function ' || d.objid::regprocedure
      from dependent d where d.classid = 'pg_proc'::regclass
      union
      select 'the publication ' || quote_ident(p.pubname)
      from dependent d
      join pg_catalog.pg_publication_rel l on d.classid = 'pg_publication_rel'::regclass and l.oid = d.objid
      join pg_catalog.pg_publication p on p.oid = l.prpubid
      union
      select case k.contype when 'f' then 'the foreign key ' when 'x' then 'the exclusion ' else 'the check ' end
        || quote_ident(k.conname)
      from the
      join pg_catalog.pg_constraint k
        on (k.conrelid = the.relation and the.number = any (k.conkey) and k.contype in ('f', 'c', 'x'))
        or (k.confrelid = the.relation and the.number = any (k.confkey))
      union
      select 'the index ' || i.indexrelid::regclass
      from the
      join pg_catalog.pg_index i on i.indrelid = the.relation
      where position(the.name in coalesce(pg_get_expr(i.indexprs, i.indrelid), '')) > 0
        or position(the.name in coalesce(pg_get_expr(i.indpred, i.indrelid), '')) > 0
      union
      select 'the inherited table ' || case when h.inhparent = the.relation then h.inhrelid else h.inhparent end::regclass
      from the
      join pg_catalog.pg_inherits h on the.relation in (h.inhparent, h.inhrelid)
    )
    select coalesce(json_agg(what order by what), '[]') as value
    from named`;
}
