import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { columnSql, keyJson, tableSql } from "@/lib/db";
import type { RowInsert } from "@/lib/repairs/row-plan";
import { allEqual, fromImage } from "@/lib/repairs/row-values";
import { imageOf } from "./row-sql";

/**
 * Begins a statement that makes the rows which these items need, each once, unless it is there already: `made` has the
 * `key` and the `image` of each. `items` is what follows `from`: those items, as `i`, that ask for a row. A run and its export
 * differ in that alone.
 */
export function withMadeRows(parent: Table, creates: RowInsert, items: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = creates.columns.map((name) => sql.id(name));
  const values = creates.columns.map((name) => fromImage(parent, name, sql`missing.image`));
  const alike = allEqual(
    creates.identity.map((name) => [columnSql("p", name), fromImage(parent, name, sql`missing.image`)]),
  );
  const unlessThere =
    creates.identity.length === 0
      ? sql``
      : sql`\n  where not exists (select from ${tableSql(parent)} as p where ${alike})`;
  return sql`
with made as (
  insert into ${tableSql(parent)} as p (${sql.join(columns)})
  select
    ${sql.join(values, sql`,\n    `)}
  from (
    select i.choice -> 'create' as image, min(i.position) as position
    from ${items}
    group by 1
  ) as missing${unlessThere}
  order by missing.position
  returning ${keyJson("p", creates.key)} as key, ${imageOf(parent, "p")} as image
)`;
}
