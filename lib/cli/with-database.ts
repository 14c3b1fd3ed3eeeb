import { parseConfig } from "@/lib/config";
import { type Engine, getEngine } from "@/lib/db";
import { openDatabase } from "./open-database";
import type { OpenDatabase } from "./opened";

export interface CommandDatabase extends OpenDatabase {
  engine: Engine;
}

/** Opens the database for the time of one command, in whichever mode, and closes what it opened. */
export async function withDatabase(
  work: (database: CommandDatabase) => Promise<void>,
  { isPrepared = true } = {},
): Promise<void> {
  const root = process.cwd();
  const config = parseConfig(process.env, root);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const database = await openDatabase({ config, root, role: "command", isPrepared, say });
  const interrupt = () => void database.close().then(() => process.exit(130));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const engine = getEngine();
  try {
    await work({ ...database, engine });
  } finally {
    await engine.close();
    await database.close();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
