import type { Transaction } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { setForTransaction, toCount } from "@/lib/db";
import { columnsAt, type PassRow, passesOf, passStatement } from "./pass-statement";
import type { Question } from "./verdicts";

/** Where a row is, for as long as the snapshot lasts. */
export interface Place {
  part: string;
  place: string;
}

export interface Answer {
  count: number;
  /** Of some of the rows. */
  places: Place[];
}

/** Asks the questions of one table, nearly all of them in one pass. What one pass takes of the time, the next does not have. */
export async function readPasses(
  trx: Transaction<unknown>,
  catalog: Catalog,
  table: TableName,
  questions: Question[],
  leftMs: () => number,
): Promise<Map<Question, Answer>> {
  const answers = new Map<Question, Answer>();
  for (const together of passesOf(questions, catalog)) {
    await setForTransaction(trx, { statement_timeout: `${leftMs()}ms` });
    const { rows } = await passStatement(table, together, catalog).execute(trx);
    for (const [at, question] of together.entries()) answers.set(question, answerOf(rows, at));
  }
  return answers;
}

function answerOf(rows: PassRow[], at: number): Answer {
  const { count, place } = columnsAt(at);
  return {
    count: rows.reduce((sum, row) => sum + toCount(row[count]), 0),
    places: rows.flatMap((row) => (row[place] ? [{ part: row.part, place: row[place] }] : [])),
  };
}
