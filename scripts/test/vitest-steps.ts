import { z } from "zod";
import { readReport, reportFile } from "./report-file";
import { runCommand } from "./run-command";
import { settle } from "./settle";
import type { Outcome, Step } from "./step";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export const vitestSteps: Step[] = [vitest("unit"), vitest("integration")];

function vitest(project: "unit" | "integration"): Step {
  return { name: project, part: project, run: () => run(project) };
}

async function run(project: string): Promise<Outcome> {
  const file = reportFile(project);
  const parameters = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const finished = await runCommand({ program: "vitest", parameters, live: true });
  return settle(finished, count(readReport(file, Report)));
}

function count(report: z.infer<typeof Report> | null): Outcome | null {
  if (!report) return null;
  // A file that does not load, or whose setup fails, has no failed test to show for it.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
  };
}
