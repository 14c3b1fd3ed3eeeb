import { type Kysely, sql } from "kysely";
import { holdsAccounts } from "./scope";
import type { Column, Table } from "./types";

/** `auth.users`, where there is one whose key is a single column; null where there is none. */
export async function readAccounts(db: Kysely<unknown>): Promise<Table | null> {
  const { rows } = await sql<{
    key: string;
    column: string;
    type: string;
    readable: boolean;
    rowEstimate: number | null;
  }>`
    select
      k.conname as key,
      a.attname as "column",
      format_type(a.atttypid, a.atttypmod) as type,
      has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select') as readable,
      case when c.reltuples >= 0 then c.reltuples::float8 end as "rowEstimate"
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where c.relname = 'users' and c.relkind = 'r' and ${holdsAccounts}
  `.execute(db);
  const [found] = rows;
  return found ? accountsTable(found) : null;
}

function accountsTable({
  key,
  column,
  type,
  readable,
  rowEstimate,
}: Pick<Table, "readable" | "rowEstimate"> & Pick<Column, "type"> & { key: string; column: string }): Table {
  return {
    schema: "auth",
    name: "users",
    kind: "table",
    columns: [{ name: column, type, nullable: false, default: null, identity: null, generated: false, comment: null }],
    primaryKey: { name: key, columns: [column], kind: "primary" },
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    rowEstimate,
    readable,
    rowLevelSecurity: false,
  };
}
