import type { Transaction } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { toCount } from "@/lib/db";
import { columnsAt, passStatement } from "./pass-statement";
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

/** Asks the questions of one table in one pass. */
export async function readPass(
  trx: Transaction<unknown>,
  catalog: Catalog,
  table: TableName,
  questions: Question[],
): Promise<Map<Question, Answer>> {
  const { rows } = await passStatement(table, questions, catalog).execute(trx);
  return new Map(
    questions.map((question, at) => {
      const { count, place } = columnsAt(at);
      const total = rows.reduce((sum, row) => sum + toCount(row[count]), 0);
      const places = rows.flatMap((row) => (row[place] ? [{ part: row.part, place: row[place] }] : []));
      return [question, { count: total, places }];
    }),
  );
}
