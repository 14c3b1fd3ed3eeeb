import type pg from "pg";
import { isConnectionLost, serverWords, sqlState } from "@/lib/db";
import type { Answer } from "./judge";
import { lockTimeoutMs } from "./scenario-connection";
import { type Accepted, send } from "./send";
import type { ProbeStatement } from "./types";

export interface Attempt {
  client: pg.ClientBase;
  /** What runs the prepared statement; in the role that is set where nothing else is said. */
  execute(client: pg.ClientBase, statement: ProbeStatement): Promise<Accepted>;
  statementTimeoutMs: number;
}

export const preparedName = "plumbline_probe";

/** Runs the statement that was prepared as it is. */
export function executePrepared(client: pg.ClientBase): Promise<Accepted> {
  return send(client, `execute ${preparedName}`);
}

/**
 * One statement of a probe in a subtransaction of its own. PREPARE takes SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES,
 * and nothing else: neither the end of a transaction nor what cannot be rolled back is ever sent as a command.
 */
export async function attempt(statement: ProbeStatement, { client, execute, ...limits }: Attempt): Promise<Answer> {
  await client.query("savepoint plumbline_step");
  let isPrepared = false;
  try {
    // Set anew each time: the statement before may have set them otherwise.
    await client.query(
      "select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true), set_config('role', $3, true)",
      [`${limits.statementTimeoutMs}ms`, `${lockTimeoutMs}ms`, statement.role ?? "none"],
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
