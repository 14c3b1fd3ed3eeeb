import { endToEndStep } from "./end-to-end-step";
import { provideChromium } from "./provide-chromium";
import { staticSteps } from "./static-steps";
import { type Part, parts, type Step, type StepResult } from "./step";
import { duration, totals } from "./totals";
import { vitestSteps } from "./vitest-steps";

// The static checks share the cores; everything after has them to itself.
const waves: Step[][] = [staticSteps, ...vitestSteps.map((step) => [step]), [endToEndStep]];

/** Runs everything, or the parts that are named, and returns the exit code. */
export async function runTests(parameters: string[]): Promise<number> {
  const unknown = parameters.find((name) => !parts.includes(name as Part));
  if (unknown) {
    process.stderr.write(`There is no part "${unknown}": name some of ${parts.join(", ")}, or none for all.\n`);
    return 1;
  }
  const isWanted = (step: Step) => parameters.length === 0 || parameters.includes(step.part);
  // Installing a browser waits for the network, not for a core: it begins at once.
  if (isWanted(endToEndStep)) void provideChromium();
  const results: StepResult[] = [];
  for (const wave of waves) results.push(...(await Promise.all(wave.filter(isWanted).map(runStep))));
  process.stdout.write(`${totals(results)}\n`);
  return results.some((result) => result.failed > 0) ? 1 : 0;
}

async function runStep(step: Step): Promise<StepResult> {
  const start = performance.now();
  const outcome = await step.run().catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, skipped: 0, problem };
  });
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${outcome.failed > 0 ? "✗" : "✓"} ${step.name} (${duration(seconds)})\n`);
  return { name: step.name, ...outcome, seconds };
}
