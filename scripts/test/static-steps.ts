import { type Command, runCommand } from "./run-command";
import type { Outcome, Step } from "./step";

const cruised = ["app", "components", "lib", "scripts", "bench", "faults", "e2e"];

/** Each counts as one test. Their output is shown when they fail. */
export const staticSteps: Step[] = [
  check("biome", [{ program: "biome", parameters: ["ci", "--colors=off", "--error-on-warnings"] }]),
  check("tsc", [
    // The types of routes are generated; without them a new clone does not compile.
    { program: "next", parameters: ["typegen"] },
    { program: "tsc", parameters: ["--noEmit", "--pretty", "false"] },
  ]),
  check(
    "dependency-cruiser",
    [{ program: "depcruise", parameters: ["--config", ".dependency-cruiser.mjs", "--no-progress", ...cruised] }],
    (output) => (/ [1-9]\d* dependencies cruised/.test(output) ? undefined : "It saw no dependencies at all."),
  ),
  check("knip", [{ program: "knip", parameters: ["--no-progress", "--treat-config-hints-as-errors"] }]),
];

function check(name: string, commands: Command[], sawNothing?: (output: string) => string | undefined): Step {
  return { name, part: "static", run: () => runAll(name, commands, sawNothing) };
}

async function runAll(
  name: string,
  commands: Command[],
  sawNothing?: (output: string) => string | undefined,
): Promise<Outcome> {
  for (const command of commands) {
    const { code, output, timedOut } = await runCommand(command);
    const problem = timedOut ? "It took too long." : code === 0 ? sawNothing?.(output) : "Its output is above.";
    if (problem) {
      process.stdout.write(`\n── ${name} ──\n${output.trim()}\n`);
      return { passed: 0, failed: 1, skipped: 0, problem };
    }
  }
  return { passed: 1, failed: 0, skipped: 0 };
}
