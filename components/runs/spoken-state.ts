import { statusWords } from "@/components/ui/status-badge";
import type { Run } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

/** What is read out: every change of state, and every tenth of the way, but not every batch. */
export function spokenState(run: Pick<Run, "form" | "status" | "changed" | "total" | "remaining" | "steps">): string {
  const word = `Run ${statusWords(run.status).toLowerCase()}`;
  if (run.status !== "running") return word;
  const tenth = Math.floor(runProgress(run).percent / 10) * 10;
  return `${word}, ${tenth} percent done`;
}
