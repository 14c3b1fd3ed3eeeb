import type { PlaybookStepView } from "@/lib/playbooks/types";
import type { RepairCode } from "@/lib/repairs/codes";

export type NextStep =
  | { kind: "healthy" }
  | { kind: "repair"; number: number; step: PlaybookStepView; findingId: string; repair: RepairCode }
  | { kind: "stopped"; number: number; step: PlaybookStepView; reason: string };

/** Where the steps of a playbook go on: at the first that is not known to be done. None is passed over. */
export function nextStep(steps: readonly PlaybookStepView[]): NextStep {
  const at = steps.findIndex(({ state }) => state === "to_do" || state === "not_checked");
  const step = steps[at];
  if (!step) return { kind: "healthy" };
  const number = at + 1;
  const { finding, repairs } = step;
  const possible = repairs.find(({ refusal }) => refusal === null);
  if (step.state === "to_do" && finding && possible) {
    return { kind: "repair", number, step, findingId: finding.id, repair: possible.repair };
  }
  return { kind: "stopped", number, step, reason: reasonOf(step) };
}

function reasonOf({ state, finding, repairs }: PlaybookStepView): string {
  if (finding === null) return repairs[0]?.refusal ?? "It was not measured yet: scan first.";
  if (state === "not_checked") return finding.reason ?? "It could not be measured: scan again.";
  return repairs.find(({ refusal }) => refusal !== null)?.refusal ?? "Nothing repairs it by itself: see its finding.";
}
