import { readFileSync } from "node:fs";
import { Command } from "commander";
import { loadEnv } from "@/lib/config/load-env";
import { hidePasswords } from "@/lib/log";
import { checksCommand } from "./checks-command";
import { demoCommand } from "./demo-command";
import { explainCommand } from "./explain-command";
import { migrateCommand } from "./migrate-command";
import { operatorsCommand } from "./operators-command";
import { exportCommand } from "./repair/export-command";
import { planCommand } from "./repair/plan-command";
import { playbookCommand } from "./repair/playbook-command";
import { runPlanCommand } from "./repair/run-plan-command";
import { runsCommand } from "./repair/runs-command";
import { cancelCommand, pauseCommand, resumeCommand } from "./repair/steer-commands";
import { undoCommand } from "./repair/undo-command";
import { verifyCommand } from "./repair/verify-command";
import { scanCommand } from "./scan/scan-command";
import { sentenceOf } from "./sentence";

/** `npm run -s plumbline -- …`; `directory` is where the person stands, against which files are named. */
export async function runCommand(words: string[], directory: string): Promise<void> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const program = new Command("plumbline")
    .description("Plumbline's command line. It reads the same configuration as the server.")
    .version(version)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .addCommand(scanCommand({ directory, version }))
    .addCommand(checksCommand())
    .addCommand(explainCommand())
    .addCommand(planCommand())
    .addCommand(runPlanCommand())
    .addCommand(playbookCommand())
    .addCommand(runsCommand())
    .addCommand(pauseCommand())
    .addCommand(resumeCommand())
    .addCommand(cancelCommand())
    .addCommand(undoCommand())
    .addCommand(verifyCommand())
    .addCommand(exportCommand(directory))
    .addCommand(migrateCommand())
    .addCommand(operatorsCommand())
    .addCommand(demoCommand());
  // Whoever reads may have read enough: `plumbline checks | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`The output cannot be written. ${sentenceOf(error) ?? hidePasswords(error.message)}\n`);
    process.exit(2);
  });
  try {
    loadEnv(process.cwd());
    await program.parseAsync(words);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${sentenceOf(error) ?? hidePasswords(text)}\n`);
    process.exitCode = 1;
  }
}
