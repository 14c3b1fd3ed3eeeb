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
    const key = JSON.stringify(["repeats", target.columns]);
    const alias = scope.joinPlaces(key, () => repeats(target, catalog));
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
// Values that occur once are left out before anything is put in order.
function repeats(target: KeyTarget, catalog: Catalog): RawBuilder<unknown> {
  const table = catalog.find(target.table);
  const order = (table && identifyingColumns(table))?.map((column) => columnSql("d", column)) ?? [
    sql`d.tableoid`,
    sql`d.ctid`,
  ];
  const columns = sql.join(target.columns.map((column) => columnSql("d", column)));
  const rows = sql`from ${tableSql(target.table)} as d where ${countedRows(target, catalog)}`;
  const ranked = sql`(
    select d.tableoid as part, d.ctid as place, row_number() over (partition by ${columns} order by ${sql.join(order)}) as nth
    ${rows} and (${columns}) in (select ${columns} ${rows} group by ${columns} having count(*) > 1)
  ) as ranked`;
  return target.inferred ? exceptions(ranked, rows) : sql`(select part, place from ${ranked} where nth > 1)`;
}

function countedRows({ columns, table, inferred }: KeyTarget, catalog: Catalog): RawBuilder<unknown> {
  const given = columns.map((column) => sql`${columnSql("d", column)} is not null`);
  return sql.join(inferred ? [...given, livingRows("d", table, catalog)] : given, sql` and `);
}

// A value that is meant to occur once does so nearly everywhere: in 19 rows of 20, or in a small table in all but two.
function exceptions(ranked: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
  select part, place
  from (
    select part, place, nth, (select count(*) ${rows}) as every, count(*) filter (where nth > 1) over () as again
    from ${ranked}
  ) as counted
  where nth > 1 and (again * 20 <= every or (again < 3 and again * 5 <= every))
)`;
}
