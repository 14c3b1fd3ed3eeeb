import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { counters } from "./counted-children";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { incomparable } from "./reference";
import { livingRows } from "./soft-delete";
import type { CounterTarget } from "./target";
import { one, rowsThat, tableLabel } from "./wording";

/** Rows whose counter says another number than there are rows. */
export const staleCounter = defineCheck({
  code: "stale_counter",
  kind: "counter",
  form: "row",
  severity: "warning",
  title: "Stale counter",
  targets: counters,
  violates: (target, scope, catalog) => {
    const key = JSON.stringify(["count", target.child, target.childColumns, target.key]);
    const alias = scope.join(
      key,
      (as) => sql`left join ${rowsOfEach(target, catalog)} as ${sql.id(as)} on ${matches(target, as)}`,
    );
    const counter = columnSql("t", target.column);
    const differsFrom = (count: string) => sql`${counter} <> coalesce(${columnSql(alias, count)}, 0)`;
    // NULL claims nothing. Rows that are only marked as deleted may be counted or not.
    return sql<SqlBool>`(${differsFrom("plumbline_rows")} and ${differsFrom("plumbline_living")})`;
  },
  uncheckable: (target, catalog) =>
    unreadable(catalog, [
      [target.table, [target.column, ...target.key]],
      [target.child, target.childColumns],
    ]) ?? incomparable(referenceOf(target), catalog),
  explain: (target, count) =>
    count === 0
      ? `Every ${target.column} of ${tableLabel(target.table)} is the number of its rows in ${tableLabel(target.child)}.`
      : `${rowsThat(count, target.table, "has", "have")} ${one(target.column)} that is not the number of ${count === 1 ? "its" : "their"} rows in ${tableLabel(target.child)}.`,
  why: "Lists sort and filter by the counter, and people see a number that opening the record contradicts. Counters go wrong where rows are deleted or imported past the code that keeps them, or two writers add to one at the same moment.",
});

function referenceOf({ table, key, child, childColumns }: CounterTarget) {
  return { table: child, columns: childColumns, parent: table, parentColumns: key };
}

function rowsOfEach({ child, childColumns }: CounterTarget, catalog: Catalog): RawBuilder<unknown> {
  const columns = sql.join(childColumns.map((column) => columnSql("c", column)));
  const living = sql`count(*) filter (where ${livingRows("c", child, catalog)})`;
  return sql`(select ${columns}, count(*) as plumbline_rows, ${living} as plumbline_living from ${tableSql(child)} as c group by ${columns})`;
}

function matches({ key, childColumns }: CounterTarget, alias: string): RawBuilder<unknown> {
  const pairs = key.map((column, at) => sql`${columnSql(alias, childColumns[at] ?? "")} = ${columnSql("t", column)}`);
  return sql.join(pairs, sql` and `);
}
