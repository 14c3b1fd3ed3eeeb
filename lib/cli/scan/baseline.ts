import { readFileSync } from "node:fs";
import { z } from "zod";
import { CommandError } from "../sentence";
import { identityOf, type ReportedFinding } from "./report";

const Baseline = z.object({
  version: z.literal(1),
  findings: z.array(
    z.object({
      check: z.string(),
      status: z.string(),
      count: z.number().nullable(),
      target: z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()), name: z.string() }),
    }),
  ),
});

/** Was the fault there, and no smaller, when the baseline was written. */
export type IsKnown = (finding: ReportedFinding) => boolean;

/** What an earlier scan wrote with `--format json` is known; without one nothing is. */
export function readBaseline(file: string | null): IsKnown {
  if (file === null) return () => false;
  const baseline = Baseline.safeParse(parse(file));
  if (!baseline.success) {
    throw new CommandError(`${file} is no baseline: write one with \`plumbline scan --format json --output ${file}\`.`);
  }
  const counts = new Map(
    baseline.data.findings
      .filter(({ status }) => status === "failing")
      .map((finding) => [identityOf(finding), finding.count ?? 0]),
  );
  return (finding) => finding.status === "failing" && (finding.count ?? 0) <= (counts.get(identityOf(finding)) ?? -1);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new CommandError(`The baseline ${file} cannot be read: give the file that an earlier scan wrote.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
