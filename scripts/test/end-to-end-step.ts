import { z } from "zod";
import { provideChromium } from "./provide-chromium";
import { readReport, reportFile } from "./report-file";
import { runCommand } from "./run-command";
import { settle } from "./settle";
import type { Outcome, Step } from "./step";

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Thrice what it takes on two quiet cores. */
const timeoutMs = 1_200_000;

export const endToEndStep: Step = { name: "end-to-end", part: "e2e", run };

async function run(): Promise<Outcome> {
  const missing = await provideChromium();
  if (missing) return { passed: 0, failed: 1, skipped: 0, problem: missing };
  const file = reportFile("e2e");
  const finished = await runCommand({ program: "playwright", parameters: ["test"], live: true, timeoutMs });
  const stats = readReport(file, Report)?.stats;
  return settle(
    finished,
    stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped } : null,
  );
}
