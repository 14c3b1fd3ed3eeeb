import { createHash } from "node:crypto";
import type { Catalog, Table, TableName } from "@/lib/catalog/types";
import { compileStatement } from "@/lib/db";
import { passStatement } from "./pass-statement";
import type { Question } from "./verdicts";

/**
 * Everything that the answer depends on: the statement, and the write counters of every table that it reads. While it
 * stays the same, so does the answer. Null where that cannot be told.
 */
export function fingerprintOf(question: Question, catalog: Catalog): string | null {
  const { check, expectation } = question;
  if (check.volatile) return null;
  const tables = tablesOf(expectation.target).map((name) => catalog.find(name));
  if (!tables.every((table) => table?.writes)) return null;
  const { sql, parameters } = compileStatement(passStatement(expectation.target.table, [question], catalog));
  const facts = [sql, parameters, expectation, check.severity, tables.map((table) => table && factsOf(table))];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

function factsOf({ writes, columns, rowLevelSecurity }: Table): unknown {
  return [writes, columns.map(({ name, type }) => [name, type]), rowLevelSecurity];
}

/** Every table that a target names, whatever it calls it. */
function tablesOf(target: object): TableName[] {
  return Object.values(target).filter(isTableName);
}

function isTableName(value: unknown): value is TableName {
  return typeof value === "object" && value !== null && "schema" in value && "name" in value;
}
