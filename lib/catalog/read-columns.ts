import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Column } from "./types";

type ColumnRow = Column & { oid: string };

/**
 * Every column of every business table, in the tables' own order. A default names no column, so it is printed without
 * its table: with it, `pg_get_expr` would wait for whoever has the table locked.
 */
export async function readColumns(db: Kysely<unknown>): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow & { domainOf: string | null }>`
    select
      t.oid::text,
      a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type,
      case when y.typtype = 'd' then format_type(y.typbasetype, y.typtypmod) end as "domainOf",
      not a.attnotnull as nullable,
      case when a.attgenerated = '' then pg_get_expr(d.adbin, 0) end as default,
      case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
      a.attgenerated <> '' as generated,
      note.description as comment
    from (${businessTables}) as t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type y on y.oid = a.atttypid
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_catalog.pg_description note
      on note.classoid = 'pg_catalog.pg_class'::regclass and note.objoid = t.oid and note.objsubid = a.attnum
    order by t.oid, a.attnum
  `.execute(db);
  return rows.map(({ domainOf, ...column }) => (domainOf === null ? column : { ...column, domainOf }));
}
