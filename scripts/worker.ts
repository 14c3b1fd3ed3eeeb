import { openDatabase } from "@/lib/cli/open-database";
import { CommandError, sentenceOf } from "@/lib/cli/sentence";
import { parseConfig } from "@/lib/config";
import { loadEnv } from "@/lib/config/load-env";
import { type Engine, getEngine } from "@/lib/db";
import { hidePasswords } from "@/lib/log";
import { setupState } from "@/lib/setup/setup-state";
import { startWork } from "@/lib/setup/start-work";
import { say, sayError } from "./start/say";

/** `npm run worker`: works off scans and runs for the web processes of the same database, until it is stopped. */
export async function runWorker(): Promise<void> {
  const root = process.cwd();
  const stopped = Promise.withResolvers<unknown>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopped.resolve);
  try {
    loadEnv(root);
    const database = await openDatabase({ config: parseConfig(process.env, root), root, role: "command", say });
    try {
      await work(getEngine(), stopped.promise);
    } finally {
      await getEngine().close();
      await database.close();
    }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    sayError(sentenceOf(error) ?? hidePasswords(text));
    process.exitCode = 1;
  }
}

async function work(engine: Engine, stopped: Promise<unknown>): Promise<void> {
  const { status } = await setupState();
  if (status !== "ready" && status !== "no_operator") {
    throw new CommandError("The database is not prepared: run `npm run -s plumbline -- migrate` first.");
  }
  const worker = await startWork(engine);
  say("The worker is ready.");
  await stopped;
  say("Stopping …");
  await worker.stop();
}
