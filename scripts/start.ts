import { readFileSync } from "node:fs";
import { sentenceOf } from "@/lib/cli/sentence";
import { parseConfig } from "@/lib/config";
import { loadEnv } from "@/lib/config/load-env";
import { hidePasswords } from "@/lib/log";
import { boot } from "./start/boot";
import { createLifecycle } from "./start/lifecycle";
import { say, sayError } from "./start/say";

export interface StartOptions {
  isDevelopment: boolean;
}

/** `npm start` and `npm run dev`: everything from an empty directory to a served console, in this process. */
export async function start({ isDevelopment }: StartOptions): Promise<void> {
  const root = process.cwd();
  const lifecycle = createLifecycle();
  say(`Plumbline ${versionOf()}`);
  try {
    loadEnv(root);
    await boot({ config: parseConfig(process.env, root), root, isDevelopment, lifecycle });
  } catch (error) {
    if (lifecycle.isStopping()) return;
    const sentence = sentenceOf(error);
    sayError(sentence ?? hidePasswords(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    await lifecycle.stop(1);
  }
}

function versionOf(): string {
  return (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
}
