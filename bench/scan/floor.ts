import { type RawBuilder, sql } from "kysely";
import type { ReferenceTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import type { Asked } from "./questions";

/** The least that counting broken references takes: one `count(*)` per table, one anti-join per reference. */
export function floorStatements({ catalog, read }: Asked): RawBuilder<unknown>[] {
  const tables = catalog.tables.filter(({ schema, name }) => !(schema === "public" && name === "error_logs"));
  const references = read.flatMap(({ expectation: { check, target } }) =>
    check === "orphan_rows" && target.kind === "reference" ? [target] : [],
  );
  return [...tables.map((table) => sql`select count(*) from ${tableSql(table)}`), ...references.map(antiJoin)];
}

function antiJoin({ table, columns, parent, parentColumns }: ReferenceTarget): RawBuilder<unknown> {
  const named = columns.map((column) => sql`${columnSql("c", column)} is not null`);
  const equal = columns.map(
    (column, at) => sql`${columnSql("p", parentColumns[at] ?? "")} = ${columnSql("c", column)}`,
  );
  return sql`
    select count(*) from ${tableSql(table)} as c
    where ${sql.join(named, sql` and `)}
      and not exists (select from ${tableSql(parent)} as p where ${sql.join(equal, sql` and `)})`;
}
