import { sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { TableName } from "@/lib/catalog/types";
import {
  compileStatement,
  type Engine,
  isConnectionLost,
  readAsText,
  sqlState,
  tableSql,
  writtenSqlSentence,
} from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Written, writtenSql } from "@/lib/repairs/written";
import type { RepairRequest } from "@/lib/runner/repair-context";
import { requireTable } from "@/lib/runner/tables";

const statementTimeoutMs = 5_000;

/** Tries the SQL that a repair's input holds. */
export async function tryInput(
  engine: Engine,
  { repair, target, input }: Pick<RepairRequest, "repair" | "target" | "input">,
): Promise<void> {
  if (!repair.written) return;
  const table = requireTable(await readCatalog(engine.db), target.table);
  for (const written of repair.written({ table, target, input })) await tryWritten(engine, table, written);
}

/**
 * Tries what a person wrote on some rows, read-only and for five seconds at most. It has to be understood in brackets and
 * between the words of a CASE: only a single whole expression is, and neither a bracket, a comma nor a clause leads out of it.
 */
async function tryWritten(engine: Engine, table: TableName, { what, text, type }: Written): Promise<void> {
  const value = type ? sql`${writtenSql(text)}::${type}::text` : sql`${writtenSql(text)} is true`;
  const statements = [
    sql`select ${value} as value from ${tableSql(table)} as t limit 20`,
    sql`select case when true then ${sql.raw(text)}\n end as value from (select t.* from ${tableSql(table)} as t limit 0) as t`,
  ];
  try {
    for (const statement of statements) await readAsText(engine, compileStatement(statement), { statementTimeoutMs });
  } catch (error) {
    // Where the text asks for a parameter, there is none.
    if (sqlState(error) === "08P01")
      throw new AppError("invalid", `${what} cannot be used. It holds a parameter ($1).`);
    if (isConnectionLost(error)) throw error;
    throw new AppError("invalid", `${what} cannot be used. ${writtenSqlSentence(error)}`, { cause: error });
  }
}
