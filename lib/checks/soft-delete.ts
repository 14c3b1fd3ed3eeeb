import { type RawBuilder, type SqlBool, sql } from "kysely";
import { wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, TableName } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";

const marks =
  /^((is )?(deleted|archived|removed|merged)|(deleted|archived|removed|merged|discarded) (at|on|into|into id|into lead id|date|time))$/;

/** The columns that say of a row that it only stays for the record. */
function softDeleteColumns(table: TableName, catalog: Catalog): Column[] {
  return (catalog.find(table)?.columns ?? []).filter(({ name }) => marks.test(wordsOf(name).join(" ")));
}

/** Rows of the table may only stay for the record. */
export function mayBeDeleted(table: TableName, catalog: Catalog): boolean {
  return softDeleteColumns(table, catalog).length > 0;
}

/** The row is not one that only stays for the record. */
export function livingRows(alias: string, table: TableName, catalog: Catalog): RawBuilder<SqlBool> {
  const alive = softDeleteColumns(table, catalog).map(({ name, type }) =>
    type === "boolean" ? sql`${columnSql(alias, name)} is not true` : sql`${columnSql(alias, name)} is null`,
  );
  return alive.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(alive, sql` and `)}`;
}
