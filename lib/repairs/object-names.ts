import { sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { FactQuery } from "./facts";

/** PostgreSQL cuts longer names silently, which would make two names one. */
const maxBytes = 63;

/** "(a, b)" */
export function columnsLabel(columns: string[]): string {
  return `(${columns.join(", ")})`;
}

/** The name PostgreSQL itself would choose: table, columns and suffix, cut to what fits. */
export function deriveName(table: TableName, columns: string[], suffix: "key" | "fkey" | "idx"): string {
  return withSuffix([table.name, ...columns].join("_"), `_${suffix}`);
}

/** The wanted name, or the first numbered variant of it that is free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const base = withSuffix(wanted, "");
  let name = base;
  for (let n = 1; taken.includes(name); n += 1) name = withSuffix(base, `_${n}`);
  return name;
}

/** Fact: names in the schema that a table or an index may no longer take, as far as they begin like the wanted one. */
export function takenRelationNames(schema: string, wanted: string): FactQuery {
  return sql`
    select coalesce(json_agg(c.relname), '[]') as value
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and starts_with(c.relname::text, ${withSuffix(wanted, "").slice(0, 20)})`;
}

/** Fact: names of the table's constraints, of every kind. */
export function takenConstraintNames(table: TableName): FactQuery {
  return sql`
    select coalesce(json_agg(k.conname), '[]') as value
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${table.schema} and c.relname = ${table.name}`;
}

/** Reads such a fact. */
export function namesIn(fact: unknown): string[] {
  if (!Array.isArray(fact)) throw new TypeError("The fact is not a list of names.");
  return fact.map(String);
}

function withSuffix(base: string, suffix: string): string {
  let kept = base;
  while (Buffer.byteLength(kept + suffix) > maxBytes) kept = [...kept].slice(0, -1).join("");
  return kept + suffix;
}
