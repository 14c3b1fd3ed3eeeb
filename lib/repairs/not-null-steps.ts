import { sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { tableSql } from "@/lib/db";
import type { SchemaStep } from "./define";
import { lockOf } from "./locks";
import { nameOf } from "./wording";

/**
 * NOT NULL by a CHECK that is validated while the table is in use. Once it is, PostgreSQL takes its word for every row
 * and marks the column without reading the table, and the CHECK has done its work.
 */
export function requireColumn(table: Table, column: string, constraint: string): SchemaStep[] {
  const relation = tableSql(table);
  const [value, check] = [sql.id(column), sql.id(constraint)];
  const add = sql`alter table ${relation} add constraint ${check} check (${value} is not null) not valid`;
  const drop = sql`alter table ${relation} drop constraint if exists ${check}`;
  return [
    {
      title: `Let no new row of ${nameOf(table)} come without ${column}`,
      sql: add,
      inverse: drop,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    },
    {
      title: `Check that every row has ${column}`,
      sql: sql`alter table ${relation} validate constraint ${check}`,
      inverse: null,
      lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    },
    {
      title: `Make ${column} NOT NULL`,
      sql: sql`alter table ${relation} alter column ${value} set not null`,
      inverse: sql`alter table ${relation} alter column ${value} drop not null`,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    },
    {
      title: `Drop the CHECK, which ${column} needs no more`,
      sql: drop,
      // An undo of the undo comes back to it.
      inverse: add,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    },
  ];
}
