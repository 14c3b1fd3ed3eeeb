import { readFileSync } from "node:fs";
import { Command } from "commander";
import { loadEnv } from "@/lib/config/load-env";
import { hidePasswords } from "@/lib/log";
import { demoCommand } from "./demo-command";
import { migrateCommand } from "./migrate-command";
import { operatorsCommand } from "./operators-command";
import { sentenceOf } from "./sentence";

/** `npm run -s plumbline -- …` */
export async function runCommand(words: string[]): Promise<void> {
  const program = new Command("plumbline")
    .description("Plumbline's command line. It reads the same configuration as the server.")
    .version((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version)
    .addCommand(migrateCommand())
    .addCommand(operatorsCommand())
    .addCommand(demoCommand());
  try {
    loadEnv(process.cwd());
    await program.parseAsync(words);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${sentenceOf(error) ?? hidePasswords(text)}\n`);
    process.exitCode = 1;
  }
}
