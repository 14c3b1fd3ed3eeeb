import type { TableName } from "@/lib/catalog/types";
import { checkOn } from "@/lib/checks/registry";
import { findingId } from "@/lib/findings/finding-id";
import type { FindingSummary } from "@/lib/findings/types";
import type { HealthPanel } from "@/lib/overview/types";
import type { Playbook, PlaybookStep } from "@/lib/playbooks/define";
import type { PlaybookStepView, PlaybookView } from "@/lib/playbooks/types";
import { repairOf } from "@/lib/repairs/registry";

/** What is known of the connected database when a playbook is shown. */
export interface Measured {
  panel: HealthPanel;
  findings: FindingSummary[];
  isPresent(table: TableName): boolean;
}

/** A playbook as it stands, by what was measured last. Why a repair is refused now is another question. */
export function viewPlaybook(playbook: Playbook, { panel, findings, isPresent }: Measured): PlaybookView {
  return {
    ...panel,
    slug: playbook.slug,
    summary: playbook.summary,
    story: playbook.story,
    errorMessage: playbook.errorMessage,
    tables: playbook.tables.map((table) => ({ ...table, present: isPresent(table) })),
    steps: playbook.steps.map((step) => viewStep(step, isPresent, findings)),
  };
}

function viewStep(step: PlaybookStep, isPresent: Measured["isPresent"], findings: FindingSummary[]): PlaybookStepView {
  const { id, title, why, check, target } = step;
  const finding = findings.find((one) => one.id === findingId(check, target)) ?? null;
  const repairs = step.repairs.map((repair, at) => ({
    repair,
    title: repairOf(repair).title,
    recommended: at === 0,
    refusal: null,
  }));
  const waits = finding === null && isWaiting(step, findings);
  const state = waits ? "to_do" : stateOf(tablesOf(step).every(isPresent), finding);
  return { id, title, why, state, finding, repairs };
}

// It has no finding of its own while another step of the same target is still to do.
function isWaiting({ check, target }: PlaybookStep, findings: FindingSummary[]): boolean {
  const { waitsFor } = checkOn(check, target);
  if (!waitsFor) return false;
  const first = findingId(waitsFor, target);
  return findings.some(({ id, status }) => id === first && status === "failing");
}

function stateOf(present: boolean, finding: FindingSummary | null): PlaybookStepView["state"] {
  if (!present) return "absent";
  // What was never measured is not known to be done.
  if (!finding || finding.status === "not_checked") return "not_checked";
  return finding.status === "failing" ? "to_do" : "done";
}

function tablesOf({ target }: PlaybookStep): TableName[] {
  return "parent" in target ? [target.table, target.parent] : [target.table];
}
