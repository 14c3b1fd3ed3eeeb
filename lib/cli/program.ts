import { Command } from "commander";
import { checksCommand } from "./checks-command";
import { demoCommand } from "./demo-command";
import { explainCommand } from "./explain-command";
import { migrateCommand } from "./migrate-command";
import { operatorsCommand } from "./operators-command";
import { exportCommand } from "./repair/export-command";
import { planCommand } from "./repair/plan-command";
import { playbookCommand } from "./repair/playbook-command";
import { probeCommand } from "./repair/probe-command";
import { runPlanCommand } from "./repair/run-plan-command";
import { runsCommand } from "./repair/runs-command";
import { cancelCommand, pauseCommand, resumeCommand } from "./repair/steer-commands";
import { undoCommand } from "./repair/undo-command";
import { verifyCommand } from "./repair/verify-command";
import type { CommandPlace } from "./scan/scan-command";
import { scanCommand } from "./scan/scan-command";

/** Every command of `plumbline`. Called wrongly, each ends with 2: 1 would say that something was found. */
export function programOf(place: CommandPlace): Command {
  const program = new Command("plumbline")
    .description("Plumbline's command line. It reads the same configuration as the server.")
    .version(place.version)
    .addCommand(scanCommand(place))
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
    .addCommand(probeCommand())
    .addCommand(exportCommand(place.directory))
    .addCommand(migrateCommand())
    .addCommand(operatorsCommand())
    .addCommand(demoCommand());
  endWrongCalls(program);
  return program;
}

// A command that is made by itself does not take this over from the one that it is added to.
function endWrongCalls(command: Command): void {
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  for (const below of command.commands) endWrongCalls(below);
}
