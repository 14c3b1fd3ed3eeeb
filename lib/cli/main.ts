import { readFileSync } from "node:fs";
import { loadEnv } from "@/lib/config/load-env";
import { hidePasswords } from "@/lib/log";
import { programOf } from "./program";
import { sentenceOf } from "./sentence";

/** `npm run -s plumbline -- …`; `directory` is where the person stands, against which files are named. */
export async function runCommand(words: string[], directory: string): Promise<void> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const program = programOf({ directory, version });
  // Whoever reads may have read enough: `plumbline checks | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`The output cannot be written. ${sentenceOf(error) ?? hidePasswords(error.message)}\n`);
    process.exit(2);
  });
  try {
    loadEnv(process.cwd());
  } catch (error) {
    return fail(error, 2);
  }
  try {
    await program.parseAsync(words);
  } catch (error) {
    fail(error, 1);
  }
}

function fail(error: unknown, exitCode: number): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${sentenceOf(error) ?? hidePasswords(text)}\n`);
  process.exitCode = exitCode;
}
