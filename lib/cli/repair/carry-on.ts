import type { Context } from "@/lib/auth/context";
import { listUnderWay } from "@/lib/runs/list-under-way";
import { resumeRun } from "@/lib/runs/resume-run";
import { workOnRun } from "@/lib/runs/work-on-run";
import { recordUse } from "./as-operator";
import { endOf } from "./follow-run";
import { followPausable } from "./pause-on-interrupt";

/** Goes on with the run that mends this finding already, paused or not, to its end; null where there is none. */
export async function carryOn(ctx: Context, findingId: string, command: string): Promise<number | null> {
  const run = (await listUnderWay(ctx)).find((one) => one.findingId === findingId && one.undoOf === null);
  if (!run) return null;
  await recordUse(ctx, command, run.id);
  process.stderr.write(`Run ${run.id}, which ${run.actor} began, goes on.\n`);
  if (run.status === "paused" || run.status === "pausing") await resumeRun(ctx, { runId: run.id });
  void workOnRun(ctx.engine, run.id);
  const { text, code } = endOf(await followPausable(ctx, run.id));
  process.stdout.write(text);
  return code;
}
