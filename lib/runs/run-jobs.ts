import { sql } from "kysely";
import { z } from "zod";
import type { Engine } from "@/lib/db";
import { remindOfJob } from "@/lib/jobs/send-job";
import type { Handlers } from "@/lib/jobs/worker";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { handOn } from "./hand-on";
import { workOnRun } from "./work-on-run";

const RunJob = z.object({ runId: z.uuid() });

/** What a worker does with the jobs of runs. */
export function runHandlers(engine: Engine): Handlers {
  return {
    run: async (data, leave) => {
      const { runId } = RunJob.parse(data);
      await workOnRun(engine, runId, { leave });
    },
  };
}

/** Now and then: runs whose worker fell silent are left to the next, and those whose job was lost get another. */
export async function lookAfterRuns(engine: Engine): Promise<void> {
  await reconcileRuns(engine, handOn);
  const { rows } = await sql<{ id: string }>`
    select id from plumbline.runs where status in ('queued', 'interrupted') order by started_at limit 100
  `.execute(engine.db);
  for (const { id } of rows) await remindOfJob(engine.db, "run", { runId: id }, { key: id, seconds: 60 });
}
