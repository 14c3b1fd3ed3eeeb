import { sql } from "kysely";
import type { z } from "zod";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import type { CustomRule } from "@/lib/checks/target";
import { compileStatement, type Engine, isConnectionLost, readAsText, writtenSqlSentence } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { RuleInput } from "./check-input";

const statementTimeoutMs = 5_000;

/**
 * The rule with what PostgreSQL knows of it: of a query, its columns, which must be columns of the table.
 * Throws a sentence where the table is not there or the query cannot be understood.
 */
export async function resolveRule(
  engine: Engine,
  catalog: Catalog,
  { schemaName, tableName, form, sql: text }: z.infer<typeof RuleInput>,
): Promise<CustomRule> {
  const table = catalog.find({ schema: schemaName, name: tableName });
  if (!table) throw new AppError("invalid", `There is no table ${schemaName}.${tableName} in the connected database.`);
  const body = withoutSemicolon(text);
  if (form === "predicate") return { form, sql: body };
  const keys = await columnsOf(engine, body);
  const foreign = keys.find((name) => !columnOf(table, name));
  if (foreign !== undefined) {
    throw new AppError(
      "invalid",
      `The query returns a column ${foreign}, which ${schemaName}.${tableName} does not have. Return its key columns, named as they are in the table.`,
    );
  }
  if (keys.length === 0)
    throw new AppError("invalid", "The query returns no column. Return the key of each faulty row.");
  return { form, sql: body, keys };
}

async function columnsOf(engine: Engine, text: string): Promise<string[]> {
  const nothing = compileStatement(sql`select * from (${sql.raw(text)}\n) as q limit ${0}`);
  try {
    return (await readAsText(engine, nothing, { statementTimeoutMs })).columns;
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    throw new AppError("invalid", `The query cannot be run. ${writtenSqlSentence(error)}`, { cause: error });
  }
}

/** One trailing semicolon is how people end a statement, and no part of it. */
function withoutSemicolon(text: string): string {
  return text.trim().replace(/;\s*$/, "");
}
