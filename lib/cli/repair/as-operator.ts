import { randomUUID } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { Command, Option } from "commander";
import { emit } from "@/lib/audit/emit";
import type { Context } from "@/lib/auth/context";
import { operatorByEmail } from "@/lib/auth/operators/operator-by-email";
import { AppError } from "@/lib/errors";
import { hidePasswords } from "@/lib/log";
import { CommandError, sentenceOf } from "../sentence";
import { withPrepared } from "../with-prepared";

export interface AsOptions {
  as: string;
}

/**
 * A command that somebody gives in an operator's name. Whoever can reach the database says in whose; the audit keeps
 * which user of which machine said so. Called wrongly it ends with 2.
 */
export function operatorCommand(name: string): Command {
  return new Command(name)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .addOption(
      new Option("--as <email>", "the operator in whose name; PLUMBLINE_OPERATOR where it is not given")
        .env("PLUMBLINE_OPERATOR")
        .makeOptionMandatory(),
    );
}

/** Does the work as that operator and ends with its exit code; 2 where it could not be done at all. */
export async function asOperator({ as }: AsOptions, work: (ctx: Context) => Promise<number>): Promise<void> {
  try {
    await withPrepared(async ({ engine }) => {
      const operator = await operatorByEmail(engine, as);
      process.exitCode = await work({ operator, engine, requestId: randomUUID() });
    });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${sentenceOf(error) ?? hidePasswords(text)}\n`);
    process.exitCode = 2;
  }
}

/** Written before anything is changed: the browser has a session for this, the command line has only a name. */
export async function recordUse({ operator, engine }: Context, command: string, runId?: string): Promise<void> {
  const { username } = userInfo();
  await emit(engine.db, {
    action: "command.use",
    actor: { id: operator.id, email: operator.email },
    message: `plumbline ${command}, by ${username} of ${hostname()}.`,
    ...(runId && { runId }),
    details: { command, os_user: username, host: hostname() },
  });
}

/** Ids are typed or pasted; another text names nothing. */
export function requireId(text: string, what: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new CommandError(`${text} is not the id of a ${what}.`);
}

/** Null where there is no such thing; every other failure passes through. */
export async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
