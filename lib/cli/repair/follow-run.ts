import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "@/lib/auth/context";
import { getRun } from "@/lib/runs/get-run";
import type { Run } from "@/lib/runs/types";
import { oneLine } from "../one-line";
import { progressLine } from "./progress-line";

/** Waits for the end of a run and says on stderr what it is at. */
export async function followRun(ctx: Context, runId: string): Promise<Run> {
  let said = "";
  for (;;) {
    const run = await getRun(ctx, runId);
    const { stage, line } = progressLine(run);
    if (stage !== said) process.stderr.write(`${oneLine(line)}\n`);
    said = stage;
    if (run.isOver || run.status === "paused") return run;
    await sleep(250);
  }
}

/** What came of it: 0 where it succeeded and was proved, 1 where not. */
export function endOf(run: Run): { text: string; code: number } {
  const { changed, skipped, error, verification, form } = run;
  const unit = form === "rows" ? "rows" : "schema changes";
  const lines = [
    `Run ${run.id} ${run.status}: ${changed} ${unit}, ${skipped} skipped.`,
    ...(error ? [error] : []),
    ...(run.status === "paused" ? [`To go on: plumbline resume ${run.id}`] : []),
    ...(verification ? [verification.message] : []),
  ];
  const isProved = run.status === "succeeded" && verification?.passed !== false;
  return { text: `${lines.map(oneLine).join("\n")}\n`, code: isProved ? 0 : 1 };
}
