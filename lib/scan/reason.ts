import pg from "pg";
import { hiddenRows } from "@/lib/catalog/hidden-rows";
import type { Catalog } from "@/lib/catalog/types";
import { tableLabel } from "@/lib/checks/wording";
import { databaseSentence, isLockTimeout, isStatementTimeout, sqlState, writtenSqlSentence } from "@/lib/db";
import { serverWords } from "@/lib/db/server-words";
import type { Question } from "./verdicts";

/** Why a question has no answer: one sentence for people. */
export function reasonOf(
  error: unknown,
  { expectation: { target } }: Question,
  { catalog, timeoutMs }: { catalog: Catalog; timeoutMs: number },
): string {
  const names = "parent" in target ? [target.table, target.parent] : [target.table];
  const hidden = names.find((name) => catalog.find(name)?.rowLevelSecurity);
  if (sqlState(error) === "42501" && hidden) return hiddenRows(tableLabel(hidden));
  if (isStatementTimeout(error)) {
    return `Reading the ${target.kind === "view" ? "view" : "table"} took longer than it may (${timeoutMs / 1000} s) and was stopped.`;
  }
  // Of a view, the failure is what people want to know: which function lost which table.
  if (target.kind === "view" && !isLockTimeout(error) && error instanceof pg.DatabaseError) {
    return `Reading the view fails: ${serverWords(error)}.`;
  }
  return target.kind === "custom" ? writtenSqlSentence(error) : databaseSentence(error);
}
