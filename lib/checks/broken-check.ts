import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { checkAt } from "./check-constraint";
import type { ConstraintTarget } from "./target";

/**
 * The condition is PostgreSQL's own print of a constraint that it accepted: one expression without subqueries, which runs
 * with every insert. It names columns alone, so it is asked of a row of only this table, called as the table is.
 */
export function brokenCheck(target: ConstraintTarget, catalog: Catalog): RawBuilder<SqlBool> {
  const check = checkAt(target, catalog);
  const columns = check?.columns ?? [];
  const row = columns.length > 0 ? sql.join(columns.map((name) => columnSql("t", name))) : sql`t.*`;
  return sql<SqlBool>`(select not (${sql.raw(check?.expression ?? "null")}) from (select ${row}) as ${sql.id(target.table.name)})`;
}
