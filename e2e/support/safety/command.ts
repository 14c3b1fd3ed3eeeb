import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { environment } from "../environment";
import { productEnvironment } from "../product";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  input?: string;
}

/** Runs one of our scripts to its end. */
export async function runScript(script: string, words: string[], { env, input = "" }: CommandOptions): Promise<Ended> {
  const child = spawn(process.execPath, [`scripts/${script}`, ...words], { env, stdio: "pipe" });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The command line of the product under test. */
export function plumbline(words: string[], input?: string): Promise<Ended> {
  return runScript("plumbline.js", words, { env: productEnvironment(environment.dataDir.get()), input });
}
