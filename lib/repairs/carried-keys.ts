import { type RawBuilder, sql } from "kysely";
import type { Catalog, ForeignKey, ReferenceAction, Table, TableName } from "@/lib/catalog/types";
import { tableSql } from "@/lib/db";
import type { SchemaStep } from "./define";
import { lockOf } from "./locks";
import { freeName } from "./object-names";
import { oid } from "./reference-facts";
import { nameOf } from "./wording";

/** A foreign key of one column, from or to a column that is replaced. */
export interface CarriedKey {
  child: TableName;
  foreignKey: ForeignKey;
  /** Its name until the switch. */
  name: string;
  /** The replaced column is what it names, and not whose values it checks. */
  isInward: boolean;
}

export const actions = {
  "no action": sql`no action`,
  restrict: sql`restrict`,
  cascade: sql`cascade`,
  "set null": sql`set null`,
  "set default": sql`set default`,
} satisfies Record<ReferenceAction, RawBuilder<unknown>>;

/** Every foreign key that has to follow the column. */
export function carriedKeys(catalog: Catalog, table: Table, column: string): CarriedKey[] {
  const named = (key: ForeignKey) => freeName(`${key.name}_wide`, [key.name]);
  const inward = catalog
    .referencing(table)
    .filter(({ foreignKey }) => foreignKey.parentColumns.includes(column))
    .map(({ table: child, foreignKey }) => ({ child, foreignKey, name: named(foreignKey), isInward: true }));
  const outward = table.foreignKeys
    .filter(({ columns }) => columns.includes(column))
    .map((foreignKey) => ({ child: table, foreignKey, name: named(foreignKey), isInward: false }));
  return [...inward, ...outward];
}

/** The same foreign key beside the old one, by way of the new column. */
export function carrySteps(keys: readonly CarriedKey[], wide: string): SchemaStep[] {
  return keys.flatMap(({ child, foreignKey, name, isInward }) => {
    const { columns, parent, parentColumns, onDelete, onUpdate, validated } = foreignKey;
    const relation = tableSql(child);
    const [own, theirs] = isInward ? [columns[0] ?? "", wide] : [wide, parentColumns[0] ?? ""];
    const add: SchemaStep = {
      title: `Add ${foreignKey.name} of ${nameOf(child)} once more, by way of ${wide}`,
      sql: sql`alter table ${relation} add constraint ${sql.id(name)}
  foreign key (${sql.id(own)}) references ${tableSql(parent)} (${sql.id(theirs)})
  on update ${actions[onUpdate]} on delete ${actions[onDelete]}
  not valid`,
      inverse: sql`alter table ${relation} drop constraint if exists ${sql.id(name)}`,
      lock: lockOf("SHARE ROW EXCLUSIVE", child, parent),
    };
    const validate: SchemaStep = {
      title: `Check every row of ${nameOf(child)} against it`,
      sql: sql`alter table ${relation} validate constraint ${sql.id(name)}`,
      inverse: null,
      lock: lockOf("SHARE UPDATE EXCLUSIVE", child),
    };
    return validated ? [add, validate] : [add];
  });
}

/** What the switch does to them, before the old column goes and after. */
export function carriedLines(keys: readonly CarriedKey[]): Record<"before" | "after", RawBuilder<unknown>[]> {
  const change = ({ child }: CarriedKey, what: RawBuilder<unknown>) => sql`alter table ${tableSql(child)} ${what};`;
  return {
    before: keys.map((key) => change(key, sql`drop constraint ${sql.id(key.foreignKey.name)}`)),
    after: keys.map((key) => change(key, sql`rename constraint ${sql.id(key.name)} to ${sql.id(key.foreignKey.name)}`)),
  };
}

/** Fact: foreign keys from or to the column that would not be the same afterwards. */
export function uncarriedKeys(table: TableName, column: string): RawBuilder<{ value: unknown }> {
  return sql`
    select coalesce(json_agg('the foreign key ' || quote_ident(k.conname) || ' of ' || k.conrelid::regclass order by k.conname), '[]') as value
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_constraint k
      on k.contype = 'f'
      and (k.conrelid = a.attrelid and a.attnum = any (k.conkey) or k.confrelid = a.attrelid and a.attnum = any (k.confkey))
    join pg_catalog.pg_class child on child.oid = k.conrelid
    join pg_catalog.pg_class parent on parent.oid = k.confrelid
    where a.attrelid = ${oid(table.schema, table.name)} and a.attname = ${column}
      and (
        cardinality(k.conkey) > 1 or k.condeferrable or k.conparentid <> 0
        or child.relkind <> 'r' or child.relispartition or parent.relkind <> 'r'
        or k.conrelid = k.confrelid
        or exists (select from pg_catalog.pg_trigger g where g.tgconstraint = k.oid and g.tgenabled <> 'O')
        or to_jsonb(k) ->> 'conenforced' = 'false'
        or to_jsonb(k) ->> 'conperiod' = 'true'
        or to_jsonb(k) ->> 'confdelsetcols' is not null
        or not has_table_privilege(k.conrelid, 'select')
        or obj_description(k.oid, 'pg_constraint') is not null
      )`;
}
