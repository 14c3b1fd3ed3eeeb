import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import type { Playbook, PlaybookStep } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import { probes } from "@/lib/probes/registry";
import type { ProbeVerdict } from "@/lib/runs/types";
import { recordResults, type Tried } from "./record-results";
import { tryDocument } from "./try-document";

interface EndedRun {
  runId: string;
  findingId: string;
  /** False for an undo and for chosen rows: it is not the whole step. */
  isWhole: boolean;
}

/**
 * Tries the probes of a playbook that write to the table which a run has repaired. Only those decide over the run that its
 * step is to turn green: what a later step mends may be red until then.
 */
export async function probeAfterRun(engine: Engine, ended: EndedRun): Promise<ProbeVerdict[]> {
  const tried: Tried[] = [];
  const verdicts: ProbeVerdict[] = [];
  for (const { playbook, step } of stepsOf(ended.findingId)) {
    for (const { code, decides } of playbook.probes) {
      const { title, tables } = probes[code];
      const isOfStep = decides.includes(step.id);
      const { schema, name } = step.target.table;
      if (!isOfStep && !tables.some((table) => table.schema === schema && table.name === name)) continue;
      const result = await tryDocument(engine, code);
      tried.push({ id: code, title, result });
      const { status, message } = result;
      verdicts.push({ id: code, title, status, message, decides: isOfStep && ended.isWhole });
    }
  }
  await recordResults(engine, tried, { actor: system, cause: "repair", runId: ended.runId });
  return verdicts;
}

function stepsOf(id: string): { playbook: Playbook; step: PlaybookStep }[] {
  return playbooks.flatMap((playbook) => {
    const step = playbook.steps.find(({ check, target }) => findingId(check, target) === id);
    return step ? [{ playbook, step }] : [];
  });
}
