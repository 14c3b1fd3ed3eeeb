import { type RawBuilder, type SqlBool, sql } from "kysely";
import { identifyingColumns, provesUnique } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import type { KeyTarget } from "./target";
import { wantedKeys } from "./wanted-keys";
import { columnsLabel, keyLabel, rowsThat } from "./wording";

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
      ? `No value of ${keyLabel(target.table, target.columns)} occurs twice.`
      : `${rowsThat(count, target.table, "repeats", "repeat")} a ${columnsLabel(target.columns)} that another row already has.`,
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
  return sql`(
  select ranked.part, ranked.place
  from (
    select d.tableoid as part, d.ctid as place, row_number() over (partition by ${sql.join(columns)} order by ${sql.join(order)}) as nth
    from ${tableSql(target.table)} as d
    where ${sql.join(
      columns.map((column) => sql`${column} is not null`),
      sql` and `,
    )}
  ) as ranked
  where ranked.nth > 1
)`;
}
