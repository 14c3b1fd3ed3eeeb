import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { type Engine, inForeignRead, isConnectionLost, isStatementTimeout, setForTransaction } from "@/lib/db";
import { cancellable } from "./cancellable";
import { fingerprintOf } from "./fingerprint";
import { readPasses } from "./read-pass";
import { readSamples } from "./read-samples";
import { reasonOf } from "./reason";
import type { Measurement, MeasureOptions } from "./types";
import { counted, judge, notChecked, type Question, type Verdict } from "./verdicts";

const defaultTimeoutMs = 60_000;
/** Enough to hold the keys of a million parents; what does not fit is joined in pieces, several times slower. */
const workMem = "64MB";

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
  const timeoutMs = Math.min(
    options.statementTimeoutMs ?? defaultTimeoutMs,
    ...questions.map(({ check }) => check.timeoutMs ?? Number.POSITIVE_INFINITY),
  );
  const asking = { engine, catalog, table, timeoutMs, endsAt: started + timeoutMs, signal: options.signal };
  const isWritten = ({ expectation }: Question) => expectation.target.kind === "custom";
  const answers = new Map([
    ...(await answer(
      asking,
      questions.filter((question) => !isWritten(question)),
    )),
    ...(await answerWritten(asking, questions.filter(isWritten))),
  ]);
  const durationMs = performance.now() - started;
  return judged.map(({ expectation, verdict }) => {
    const isAsked = "check" in verdict;
    const found = isAsked ? (answers.get(verdict) ?? notChecked("It was not reached.")) : verdict;
    const fingerprint = isAsked && found.status !== "not_checked" ? fingerprintOf(verdict, catalog) : null;
    return { expectation, ...found, fingerprint, measuredAt, durationMs: isAsked ? durationMs : 0 };
  });
}

interface Asking {
  engine: Engine;
  catalog: Catalog;
  table: TableName;
  timeoutMs: number;
  /** When the table's time is up, whatever was asked of it, on the clock of `performance`. */
  endsAt: number;
  signal: AbortSignal | undefined;
}

/** One statement for all; when that fails, one for each, so that one broken check does not hide the others. */
async function answer(asking: Asking, questions: Question[]): Promise<Map<Question, Verdict>> {
  if (questions.length === 0) return new Map();
  try {
    return await readOnce(asking, questions);
  } catch (error) {
    asking.signal?.throwIfAborted();
    if (isConnectionLost(error)) throw error;
    // Time is the table's: when all of it is gone, none is left to ask one by one.
    if (questions.length === 1 || isStatementTimeout(error)) {
      return new Map(questions.map((question) => [question, notChecked(reasonOf(error, question, asking))]));
    }
  }
  const answers = new Map<Question, Verdict>();
  for (const question of questions) {
    for (const entry of await answer(asking, [question])) answers.set(...entry);
  }
  return answers;
}

/**
 * What people wrote may never end, or fail on a single row: it is asked after everything else, together while that goes
 * well, and otherwise one by one, each within its share of the time that is left.
 */
async function answerWritten(asking: Asking, written: Question[]): Promise<Map<Question, Verdict>> {
  if (written.length < 2) return answer(asking, written);
  try {
    return await readOnce(within(asking, 0.5), written);
  } catch (error) {
    asking.signal?.throwIfAborted();
    if (isConnectionLost(error)) throw error;
  }
  const answers = new Map<Question, Verdict>();
  for (const [at, question] of written.entries()) {
    for (const entry of await answer(within(asking, 1 / (written.length - at)), [question])) answers.set(...entry);
  }
  return answers;
}

/** The same with a share of the time that is left. */
function within(asking: Asking, share: number): Asking {
  const now = performance.now();
  const timeoutMs = Math.max(100, Math.round((asking.endsAt - now) * share));
  return { ...asking, timeoutMs, endsAt: now + timeoutMs };
}

function readOnce(asking: Asking, questions: Question[]): Promise<Map<Question, Verdict>> {
  const { engine, catalog, table: name, signal } = asking;
  const leftMs = () => Math.max(1, Math.round(asking.endsAt - performance.now()));
  const options = { isolation: "repeatable read", lockTimeoutMs: 1_000, statementTimeoutMs: leftMs() } as const;
  return inForeignRead(engine.db, options, async (trx) => {
    // Row-level security would hide rows from the count; switched off, a query that it would filter fails instead.
    // Compiling costs more than it saves on statements that run once.
    await setForTransaction(trx, { row_security: "off", jit: "off", work_mem: workMem });
    return cancellable(engine, trx, signal, async () => {
      const started = performance.now();
      const answers = await readPasses(trx, catalog, name, questions, leftMs);
      signal?.throwIfAborted();
      const table = catalog.find(name);
      const samples = table && (await readSamples(trx, catalog, table, answers, performance.now() - started));
      return new Map(
        [...answers].map(([question, { count }]) => [question, counted(count, samples?.get(question) ?? [])]),
      );
    });
  });
}
