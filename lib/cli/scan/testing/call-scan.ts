import { type Ended, inProcess } from "@/lib/testing/in-process";
import { scanCommand } from "../scan-command";

/** Of the surroundings only what is given: these would otherwise say which database is meant, or where it runs. */
const nothing = { DATABASE_URL: undefined, DATABASE_REPLICA_URL: undefined, SUPABASE_URL: undefined, CI: undefined };

/** `plumbline scan` in this process: what it writes, and how it ends. */
export function callScan(
  words: string[],
  { directory, env }: { directory: string; env: Record<string, string> },
): Promise<Ended> {
  const command = scanCommand({ directory, version: "0.0.0" });
  return inProcess(() => command.parseAsync(words, { from: "user" }), { ...nothing, ...env });
}
