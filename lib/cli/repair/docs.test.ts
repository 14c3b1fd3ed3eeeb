import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { exportCommand } from "./export-command";
import { planCommand } from "./plan-command";
import { playbookCommand } from "./playbook-command";
import { probeCommand } from "./probe-command";
import { runPlanCommand } from "./run-plan-command";
import { runsCommand } from "./runs-command";
import { cancelCommand, pauseCommand, resumeCommand } from "./steer-commands";
import { undoCommand } from "./undo-command";
import { verifyCommand } from "./verify-command";

const page = readFileSync(path.resolve(import.meta.dirname, "../../../docs/cli.md"), "utf8");
const commands = [
  planCommand(),
  runPlanCommand(),
  playbookCommand(),
  runsCommand(),
  pauseCommand(),
  resumeCommand(),
  cancelCommand(),
  undoCommand(),
  verifyCommand(),
  probeCommand(),
  exportCommand("."),
];

it.each(commands.map((command) => [command.name(), command] as const))(
  "docs/cli.md has plumbline %s with all of its options",
  (name, { options }) => {
    expect(page).toContain(`| \`${name}`);
    expect(options.map(({ long }) => long).filter((long) => !page.includes(`${long}`))).toEqual([]);
  },
);
