import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError, sentenceOf } from "@/lib/cli/sentence";
import { hashSource } from "./hash-source";
import { say, sayError } from "./say";

export interface BuildOptions {
  root: string;
  onStop: (step: () => Promise<unknown>) => void;
}

/** Builds the console unless the build that is there was made of this very source. */
export async function ensureBuild({ root, onStop }: BuildOptions): Promise<void> {
  const mark = path.join(root, ".next", "plumbline-source");
  const source = await hashSource(root);
  if (existsSync(mark) && readFileSync(mark, "utf8") === source) return;
  say("Building the console …");
  await build(root, onStop);
  writeFileSync(mark, source);
  say("Built");
}

/** For images: builds where there is no database, and ends. */
export async function buildOnly(): Promise<void> {
  try {
    await ensureBuild({ root: process.cwd(), onStop: (step) => process.once("SIGTERM", step) });
  } catch (error) {
    sayError(sentenceOf(error) ?? String(error));
    process.exitCode = 1;
  }
}

function build(root: string, onStop: BuildOptions["onStop"]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = path.join(root, "node_modules", "next", "dist", "bin", "next");
    const child = spawn(process.execPath, [program, "build"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const listen = (text: Buffer) => {
      said = (said + text.toString()).slice(-20_000);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    onStop(async () => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new CommandError(`The console could not be built. Next says:\n\n${said.trim()}`));
    });
  });
}
