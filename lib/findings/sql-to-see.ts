import { type RawBuilder, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import { faultOf } from "@/lib/checks/fault";
import { checkOn } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { compileStatement, tableSql } from "@/lib/db";
import { inlineParameters } from "./inline-parameters";

/** The query that shows the fault, for a person to read and to paste elsewhere; null where it cannot be asked. */
export function sqlToSee(code: CheckCode, target: Target, catalog: Catalog): string | null {
  const check = checkOn(code, target);
  if (check.form === "row" && check.uncheckable(target, catalog) !== null) return null;
  const query = check.form === "row" ? rowsWithFault(code, target, catalog) : factsOf(code, target);
  return `${inlineParameters(compileStatement(query))};`;
}

function rowsWithFault(code: CheckCode, target: Target, catalog: Catalog): RawBuilder<unknown> {
  const { joins, where } = faultOf(code, target, catalog);
  const joined = joins.length === 0 ? sql`` : sql`\n${sql.join(joins, sql`\n`)}`;
  return sql`select t.*\nfrom ${tableSql(target.table)} as t${joined}\nwhere ${where}\nlimit 100`;
}

function factsOf(code: CheckCode, target: Target): RawBuilder<unknown> {
  const { schema, name } = target.table;
  if (target.kind === "column") {
    return sql`select column_name, data_type, is_nullable, column_default
from information_schema.columns
where table_schema = ${schema} and table_name = ${name} and column_name = ${target.column}`;
  }
  if (code === "unindexed_foreign_key") {
    return sql`select indexname, indexdef
from pg_indexes
where schemaname = ${schema} and tablename = ${name}
order by indexname`;
  }
  return sql`select k.conname, pg_get_constraintdef(k.oid) as definition, k.convalidated
from pg_constraint as k
join pg_class as c on c.oid = k.conrelid
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = ${schema} and c.relname = ${name} and k.contype in ('p', 'u', 'f')
order by k.conname`;
}
