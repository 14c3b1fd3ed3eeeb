import { type RawBuilder, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";

/** The query that shows a fault of the schema: what the catalogue says of the thing. */
export function factsOf(code: CheckCode, target: Target): RawBuilder<unknown> {
  switch (target.kind) {
    case "column":
      return columnFacts(target.table, target.column);
    case "index":
      return indexFacts(target.table);
    case "sequence":
      return sql`select schemaname, sequencename, last_value, increment_by, max_value, cycle
from pg_sequences
where schemaname = ${target.sequence.schema} and sequencename = ${target.sequence.name}`;
    case "view":
      return sql`select c.relname, c.relkind, c.reloptions, pg_get_userbyid(c.relowner) as owner, c.relacl
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = ${target.table.schema} and c.relname = ${target.table.name}`;
    case "table":
      return code === "no_primary_key" ? constraintFacts(target.table) : exposureFacts(target.table);
    default:
      return code === "unindexed_foreign_key" ? indexFacts(target.table) : constraintFacts(target.table);
  }
}

function columnFacts({ schema, name }: TableName, column: string): RawBuilder<unknown> {
  return sql`select column_name, data_type, is_nullable, column_default
from information_schema.columns
where table_schema = ${schema} and table_name = ${name} and column_name = ${column}`;
}

function indexFacts({ schema, name }: TableName): RawBuilder<unknown> {
  return sql`select x.relname as index, i.indisvalid, i.indisunique, pg_get_indexdef(i.indexrelid) as definition
from pg_index as i
join pg_class as x on x.oid = i.indexrelid
join pg_class as c on c.oid = i.indrelid
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = ${schema} and c.relname = ${name}
order by x.relname`;
}

/** A table without any constraint gives a row that says so, rather than none. */
function constraintFacts({ schema, name }: TableName): RawBuilder<unknown> {
  return sql`select c.relname as table, k.conname, pg_get_constraintdef(k.oid) as definition, k.convalidated
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
left join pg_constraint as k on k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
where n.nspname = ${schema} and c.relname = ${name}
order by k.conname`;
}

function exposureFacts({ schema, name }: TableName): RawBuilder<unknown> {
  return sql`select c.relrowsecurity, c.relforcerowsecurity, c.relacl,
  array(select p.polname from pg_policy as p where p.polrelid = c.oid order by p.polname) as policies
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = ${schema} and c.relname = ${name}`;
}
