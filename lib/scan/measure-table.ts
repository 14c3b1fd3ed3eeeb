import type { Transaction } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import {
  databaseSentence,
  type Engine,
  inTransaction,
  isConnectionLost,
  setForTransaction,
  sqlState,
  toCount,
} from "@/lib/db";
import { countName, countStatement } from "./count-statement";
import { rowsStatement } from "./rows-statement";
import type { Measurement, MeasureOptions } from "./types";
import { counted, judge, notChecked, type Question, type Verdict } from "./verdicts";

const sampleRows = 20;
const sampleCellChars = 300;

/** Measures what is expected of one table: what the catalogue proves is not read, the rest is one pass over one snapshot. */
export async function measureTable(
  engine: Engine,
  catalog: Catalog,
  table: TableName,
  expectations: Expectation[],
  options: MeasureOptions = {},
): Promise<Measurement[]> {
  const measuredAt = options.now?.() ?? new Date();
  const started = performance.now();
  const judged = expectations.map((expectation) => ({ expectation, verdict: judge(expectation, catalog) }));
  const questions = judged.flatMap(({ verdict }) => ("check" in verdict ? [verdict] : []));
  const answers = await answer(engine, catalog, table, questions, options);
  const durationMs = performance.now() - started;
  return judged.map(({ expectation, verdict }) => ({
    expectation,
    ...("check" in verdict ? (answers.get(verdict) ?? notChecked("It was not reached.")) : verdict),
    measuredAt,
    durationMs,
  }));
}

/** One statement for all; when that fails, one for each, so that one broken check does not hide the others. */
async function answer(
  engine: Engine,
  catalog: Catalog,
  table: TableName,
  questions: Question[],
  options: MeasureOptions,
): Promise<Map<Question, Verdict>> {
  if (questions.length === 0) return new Map();
  try {
    return await readOnce(engine, catalog, table, questions, options);
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    const [only, ...others] = questions;
    if (only && others.length === 0) return new Map([[only, notChecked(reasonOf(error, catalog, only))]]);
  }
  const answers = new Map<Question, Verdict>();
  for (const question of questions) {
    for (const entry of await answer(engine, catalog, table, [question], options)) answers.set(...entry);
  }
  return answers;
}

function readOnce(engine: Engine, catalog: Catalog, table: TableName, questions: Question[], options: MeasureOptions) {
  const limits = { lockTimeoutMs: 1_000, statementTimeoutMs: options.statementTimeoutMs ?? 60_000 };
  return inTransaction(engine.db, { readOnly: true, isolation: "repeatable read", ...limits }, async (trx) => {
    // Row-level security would hide rows from the count; switched off, a query that it would filter fails instead.
    // Compiling costs more than it saves on statements that run once.
    await setForTransaction(trx, { row_security: "off", jit: "off" });
    const { rows } = await countStatement(table, questions, catalog).execute(trx);
    const verdicts = new Map<Question, Verdict>();
    for (const [at, question] of questions.entries()) {
      const count = toCount(rows[0]?.[countName(at)] ?? null);
      verdicts.set(question, counted(count, count > 0 ? await readSample(trx, catalog, question) : []));
    }
    return verdicts;
  });
}

async function readSample(
  trx: Transaction<unknown>,
  catalog: Catalog,
  { expectation }: Question,
): Promise<Verdict["sample"]> {
  const table = catalog.find(expectation.target.table);
  if (!table) return [];
  const wanted = { limit: sampleRows, maxCellChars: sampleCellChars };
  const { rows } = await rowsStatement(table, expectation, catalog, wanted).execute(trx);
  return rows.map(({ image }) => image);
}

function reasonOf(error: unknown, catalog: Catalog, { expectation: { target } }: Question): string {
  const names = "parent" in target ? [target.table, target.parent] : [target.table];
  const hidden = names.find((name) => catalog.find(name)?.rowLevelSecurity);
  if (sqlState(error) === "42501" && hidden) {
    return `Row-level security hides rows of ${hidden.schema}.${hidden.name} from Plumbline's database user; it needs BYPASSRLS.`;
  }
  return databaseSentence(error);
}
