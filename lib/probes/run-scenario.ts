import type pg from "pg";
import { databaseSentence } from "@/lib/db";
import { attempt, direct, type Executor } from "./attempt";
import { type Answer, actualWords, isAsExpected } from "./judge";
import { notRun } from "./not-run";
import { inScenario } from "./scenario-connection";
import type { ProbeStatement, ScenarioResult, StatementResult } from "./types";

/** For all statements together: they hold locks of rows. */
const usualLimitMs = 5_000;

interface ScenarioOptions {
  limitMs?: number;
  /** Makes ready what runs a statement, in the transaction; the connection's own rights where absent. */
  prepare?(client: pg.ClientBase): Promise<Executor>;
}

/** Runs the statements for real, in a transaction that is never committed, and says which came to what they should. */
export async function runScenario(
  pool: Pick<pg.Pool, "connect">,
  statements: ProbeStatement[],
  options: ScenarioOptions = {},
): Promise<ScenarioResult> {
  const { limitMs = usualLimitMs } = options;
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  const results = statements.map(notRun);
  const end = (status: ScenarioResult["status"], message: string): ScenarioResult => ({
    status,
    message,
    statements: results,
    durationMs: took(),
  });
  try {
    return await inScenario(pool, limitMs, async (client) => {
      const executor = (await options.prepare?.(client)) ?? direct;
      for (const [at, statement] of statements.entries()) {
        const statementTimeoutMs = limitMs - took();
        if (statementTimeoutMs <= 0)
          return end("not_checked", `It took longer than ${limitMs / 1_000} s and was stopped.`);
        const from = performance.now();
        const answer = await attempt(statement, { ...executor, client, statementTimeoutMs });
        const result = resultOf(statement, answer, Math.round(performance.now() - from));
        results[at] = result;
        const reason = whyUnknown(statement, answer);
        if (reason !== null) return end("not_checked", `“${statement.title}” could not be tried. ${reason}`);
      }
      const unexpected = results.find(({ status }) => status === "unexpected");
      if (!unexpected) return end("green", "Every statement came to what was expected.");
      const { title, expected, actual } = unexpected;
      return end("red", `${title}: expected ${expected}; actual: ${actual}.`);
    });
  } catch (error) {
    return end("not_checked", databaseSentence(error));
  }
}

function resultOf(statement: ProbeStatement, answer: Answer, durationMs: number): StatementResult {
  const { expected } = statement;
  return {
    ...notRun(statement),
    actual: actualWords(answer, expected),
    sqlstate: answer.kind === "refused" ? answer.sqlstate : null,
    status: isAsExpected(expected, answer) ? "as_expected" : "unexpected",
    durationMs,
  };
}

/** Classes of errors that tell of the moment or of the server, and not of what the statement asked. */
const passing = ["08", "40", "53", "55", "57", "58", "XX"];

/** Null where the answer answers the question. */
function whyUnknown({ expected }: ProbeStatement, answer: Answer): string | null {
  if (isAsExpected(expected, answer)) return null;
  if (expected.kind === "prepared")
    return `It only sets the scene, and came to this: ${actualWords(answer, expected)}.`;
  if (answer.kind === "refused" && (passing.includes(answer.sqlstate.slice(0, 2)) || answer.sqlstate === "25006"))
    return `PostgreSQL could not say: ${answer.words}.`;
  return null;
}
