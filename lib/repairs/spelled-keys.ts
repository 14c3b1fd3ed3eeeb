import { sql } from "kysely";
import type { Catalog, Table } from "@/lib/catalog/types";
import { canonicalText, spelling } from "@/lib/checks/canonical-text";
import type { ColumnTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import type { FactQuery } from "./facts";
import type { SkipCase } from "./first-of";
import { oid } from "./reference-facts";
import type { RowJoin } from "./row-plan";
import { nameOf } from "./wording";

/** What must be unique together with the text: the other columns, and whether the text itself or what becomes of it. */
export interface UniqueKey {
  others: string[];
  ofExpression: boolean;
}

/** Fact: unique indexes over an expression of the column, `lower(email)`: what they hold besides. */
export function expressionKeys(table: Table, column: string): FactQuery {
  return sql`
    select coalesce(json_agg(json_build_object('ofExpression', true, 'others', array(
      select a.attname
      from unnest(i.indkey::int2[]) with ordinality as part (attnum, place)
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
      where part.place <= i.indnkeyatts and a.attname <> ${column}
    ))), '[]') as value
    from pg_catalog.pg_index i
    where i.indrelid = ${oid(table.schema, table.name)} and i.indisunique and i.indexprs is not null
      and exists (
        select
        from pg_catalog.pg_depend d
        join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
          and d.refclassid = 'pg_class'::regclass and d.refobjid = i.indrelid and a.attname = ${column}
      )`;
}

/** Everything that must stay unique when the column changes. */
export function keysWith(table: Table, column: string, ofExpressions: UniqueKey[]): UniqueKey[] {
  const whole = table.indexes.flatMap(({ unique, columns }) => {
    const names = columns.filter((name) => name !== null);
    const isPlain = unique && names.length === columns.length && names.includes(column);
    return isPlain ? [{ others: names.filter((name) => name !== column), ofExpression: false }] : [];
  });
  return [...new Map([...whole, ...ofExpressions].map((key) => [JSON.stringify(key), key])).values()];
}

interface SharedSpelling {
  table: Table;
  target: ColumnTarget;
  catalog: Catalog;
  key: UniqueKey;
  as: string;
}

/** The values that several rows would have, and the rows that are left alone for it. */
export function sharedSpelling({ table, target, catalog, key, as }: SharedSpelling): { join: RowJoin; skip: SkipCase } {
  // Where the check looks for twins, two that differ in case are a fault that trimming does not mend.
  const isLoose = key.ofExpression || target.twins;
  const form = (alias: string) => (isLoose ? spelling(target, alias) : canonicalText(target, alias, catalog));
  const others = key.others.map((name) => columnSql("d", name));
  const own = key.others.map((name) => sql`${columnSql(as, name)} = ${columnSql("t", name)}`);
  const formName = sql.id(as, "plumbline_form");
  const but = isLoose ? "but for blanks and case" : "then";
  return {
    join: {
      as,
      query: sql`select ${sql.join([...others, sql`${form("d")} as plumbline_form`])}
    from ${tableSql(table)} as d
    group by ${sql.join([...others, form("d")])}
    having count(*) > 1`,
      on: sql.join([...own, sql`${formName} = ${form("t")}`], sql` and `),
    },
    skip: {
      when: sql`${formName} is not null`,
      reason: `Another row of ${nameOf(table)} would have the same ${target.column} ${but}. Merge the two, or correct one of them.`,
    },
  };
}
