import { vi } from "vitest";
import { scanCommand } from "../scan-command";

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Where the command would leave the process. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** Of the surroundings only what is given: these would otherwise say which database is meant, or where it runs. */
const surroundings = ["DATABASE_URL", "DATABASE_REPLICA_URL", "SUPABASE_URL", "CI"];

/** `plumbline scan` in this process: what it writes, and how it ends. One at a time. */
export async function callScan(
  words: string[],
  { directory, env = {} }: { directory: string; env?: Record<string, string> },
): Promise<Ended> {
  const said = { out: "", err: "" };
  const listen = (stream: NodeJS.WriteStream, to: keyof typeof said) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said[to] += String(text);
      return true;
    });
  const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Exit(Number(code ?? 0));
  });
  const spies = [listen(process.stdout, "out"), listen(process.stderr, "err"), exit];
  for (const name of surroundings) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await scanCommand({ directory, version: "0.0.0" }).parseAsync(words, { from: "user" });
    return { code: Number(process.exitCode ?? 0), ...said };
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, ...said };
    throw error;
  } finally {
    process.exitCode = before;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
