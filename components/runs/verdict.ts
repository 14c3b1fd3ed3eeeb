import type { Run, Verification } from "@/lib/runs/types";

interface Verdict {
  tone: "success" | "warning" | "info";
  title: string;
}

/** What a measurement after a run proves. An undo brings the fault back: that is no success of the check. */
export function verdictOf(run: Pick<Run, "undoOf">, { passed, after, probes }: Verification): Verdict {
  if (after === null) return { tone: "warning", title: "Not verified: it could not be measured again" };
  if (run.undoOf !== null && after > 0) return { tone: "info", title: "Undone: the finding fails as it did before" };
  if (passed) return { tone: "success", title: "Verified: the check passes" };
  if (after === 0 && probes?.some(({ decides, status }) => decides && status === "red"))
    return { tone: "warning", title: "The check passes, and a probe is red" };
  return { tone: "warning", title: "The check does not pass yet" };
}
