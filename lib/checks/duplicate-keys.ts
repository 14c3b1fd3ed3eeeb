import { type RawBuilder, type SqlBool, sql } from "kysely";
import { identifyingColumns, provesUnique } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { livingRows } from "./soft-delete";
import type { KeyTarget } from "./target";
import { wantedKeys } from "./wanted-keys";
import { columnsLabel, keyLabel, one, rowsThat } from "./wording";

/** Rows beyond the first of each value that should occur once. */
export const duplicateKeys = defineCheck({
  code: "duplicate_keys",
  kind: "key",
  form: "row",
  severity: "error",
  title: "Duplicate keys",
  targets: wantedKeys,
  violates: (target, scope, catalog): RawBuilder<SqlBool> => {
    const alias = scope.join(
      JSON.stringify(["repeats", target.columns]),
      (as) =>
        sql`left join ${repeats(target, catalog)} as ${sql.id(as)} on ${sql.id(as, "part")} = t.tableoid and ${sql.id(as, "place")} = t.ctid`,
    );
    return sql<SqlBool>`${columnSql(alias, "place")} is not null`;
  },
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, target.columns]]),
  proved: (target, catalog) => {
    const table = catalog.find(target.table);
    return table !== undefined && provesUnique(table, target.columns);
  },
  explain: (target, count) =>
    count === 0
      ? `No value of ${keyLabel(target.table, target.columns)} occurs twice${target.inferred ? ", or so many do that nobody means them to occur once" : ""}.`
      : `${rowsThat(count, target.table, "repeats", "repeat")} ${one(columnsLabel(target.columns))} that another row already has.`,
  why: "Whatever looks a row up by this value finds one of several, and not always the same. The rows must be merged or told apart before the database can keep the value unique.",
});

// Every row but the first of its value, in key order so that the same row is first each time; NULL equals nothing.
function repeats(target: KeyTarget, catalog: Catalog): RawBuilder<unknown> {
  const table = catalog.find(target.table);
  const order = (table && identifyingColumns(table))?.map((column) => columnSql("d", column)) ?? [
    sql`d.tableoid`,
    sql`d.ctid`,
  ];
  const columns = target.columns.map((column) => columnSql("d", column));
  const asked = columns.map((column) => sql`${column} is not null`);
  const ranked = sql`(
    select d.tableoid as part, d.ctid as place, row_number() over (partition by ${sql.join(columns)} order by ${sql.join(order)}) as nth
    from ${tableSql(target.table)} as d
    where ${sql.join(target.inferred ? [...asked, livingRows("d", target.table, catalog)] : asked, sql` and `)}
  ) as ranked`;
  return target.inferred ? exceptions(ranked) : sql`(select part, place from ${ranked} where nth > 1)`;
}

// A value that is meant to occur once does so nearly everywhere: in 19 rows of 20, or in a small table in all but two.
function exceptions(ranked: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
  select part, place
  from (
    select part, place, nth, count(*) over () as every, count(*) filter (where nth > 1) over () as again
    from ${ranked}
  ) as counted
  where nth > 1 and (again * 20 <= every or (again < 3 and again * 5 <= every))
)`;
}
