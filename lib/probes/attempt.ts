import type pg from "pg";
import { isConnectionLost, serverWords, sqlState } from "@/lib/db";
import type { Answer } from "./judge";
import { lockTimeoutMs } from "./scenario-connection";
import { type Accepted, send } from "./send";
import type { ProbeStatement } from "./types";

/** How the statements of a probe are run. */
export interface Executor {
  /** That of a statement which names none. */
  role: string;
  execute(client: pg.ClientBase, statement: ProbeStatement): Promise<Accepted>;
}

interface Attempt extends Executor {
  client: pg.ClientBase;
  statementTimeoutMs: number;
}

const preparedName = "plumbline_probe";

/** With the connection's own rights, and as it was prepared. */
export const direct: Executor = {
  role: "none",
  execute: (client) => send(client, `execute ${preparedName}`),
};

/**
 * One statement of a probe in a subtransaction of its own. PREPARE takes SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES,
 * and nothing else: neither the end of a transaction nor what cannot be rolled back is ever sent as a command.
 */
export async function attempt(
  statement: ProbeStatement,
  { client, execute, role, statementTimeoutMs }: Attempt,
): Promise<Answer> {
  await client.query("savepoint plumbline_step");
  let isPrepared = false;
  try {
    // Set anew each time: the statement before may have set them otherwise.
    await client.query(
      "select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true), set_config('role', $3, true)",
      [`${statementTimeoutMs}ms`, `${lockTimeoutMs}ms`, statement.role ?? role],
    );
    await send(client, `prepare ${preparedName} as ${statement.sql}`);
    isPrepared = true;
    const accepted = await execute(client, statement);
    // What waits for the end of the transaction would never be asked: it ends with ROLLBACK.
    await client.query("set constraints all immediate");
    await client.query("release savepoint plumbline_step");
    return { kind: "accepted", accepted };
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    await client.query("rollback to savepoint plumbline_step");
    return refusal(error);
  } finally {
    if (isPrepared) await client.query(`deallocate ${preparedName}`).catch(() => undefined);
  }
}

function refusal(error: unknown): Answer {
  const sqlstate = sqlState(error);
  if (sqlstate === null) throw error;
  return { kind: "refused", sqlstate, words: serverWords(error as pg.DatabaseError) };
}
