import { sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { contactPairs, linkMatches } from "@/lib/checks/links";
import type { LinkTarget } from "@/lib/checks/target";
import { columnSql, keyJson, tableSql } from "@/lib/db";
import type { Fault } from "./define";
import type { FactQuery } from "./facts";
import type { ChoicesField } from "./fields";
import { requiredKey } from "./key-columns";
import { typeOf } from "./row-values";

/** Rows that one person can go through at a sitting. */
export const maxChoices = 200;

/** Fact: the ambiguous rows, each with what it says of itself and the parents that match it. */
export function ambiguousRows(table: Table, parent: Table, target: LinkTarget, fault: Fault): FactQuery {
  const key = requiredKey(table);
  const said = [...Object.values(target.copies), ...contactPairs(target).map(({ child }) => child)];
  const shown = [...Object.keys(target.copies), ...contactPairs(target).map(({ parent }) => parent)];
  const label = (alias: string, columns: string[]) =>
    sql`concat_ws(' · ', ${sql.join([...new Set(columns)].map((name) => sql`${columnSql(alias, name)}::text`))})`;
  return sql`
    select coalesce(jsonb_agg(rows.choice), '[]') as value
    from (
      select jsonb_build_object(
        'key', ${keyJson("t", key)},
        'label', ${label("t", said)},
        'candidates', (
          select jsonb_agg(jsonb_build_object('value', ${columnSql("p", target.parentKey)}::text, 'label', ${label("p", shown)}) order by ${columnSql("p", target.parentKey)})
          from ${tableSql(parent)} as p
          where ${columnSql("p", target.parentKey)} = any (found.parents::${typeOf(parent, target.parentKey)}[])
        )
      ) as choice
      from ${tableSql(table)} as t
      ${sql.join(fault.joins, sql` `)}
      join ${linkMatches(target)} as found on found.part = t.tableoid and found.place = t.ctid
      where ${fault.where}
      order by ${sql.join(key.map((name) => columnSql("t", name)))}
      limit ${maxChoices}
    ) as rows`;
}

/** Reads such a fact. */
export function choicesIn(fact: unknown): ChoicesField["rows"] {
  return Array.isArray(fact) ? (fact as ChoicesField["rows"]) : [];
}
