import { sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { findingId } from "@/lib/findings/finding-id";
import { storeMeasurements } from "@/lib/findings/store-measurements";
import { createPlan } from "@/lib/plans/create-plan";
import { createUndoPlan } from "@/lib/plans/create-undo-plan";
import { getPlan } from "@/lib/plans/get-plan";
import type { Plan } from "@/lib/plans/types";
import { startRun } from "@/lib/runs/start-run";
import { measure } from "@/lib/scan/measure";
import type { Ground } from "./ground";
import { patiently } from "./patience";
import type { Site } from "./site";

/** Measures what is wrong at a site and previews its repair, as an operator would. */
export function previewRepair({ ctx, engine }: Ground, { schema, scenario }: Site): Promise<Plan> {
  const { check, repair, input = {} } = scenario;
  const target = scenario.target(schema);
  return patiently(async () => {
    await storeMeasurements(
      engine.db,
      await measure(engine, await readCatalog(engine.db), [{ check, target, playbook: null }]),
      null,
    );
    const { planId } = await createPlan(ctx, { findingId: findingId(check, target), repair, input });
    return getPlan(ctx, planId);
  });
}

export function previewUndo({ ctx }: Ground, runId: string): Promise<Plan> {
  return patiently(async () => {
    const { planId } = await createUndoPlan(ctx, { runId });
    return getPlan(ctx, planId);
  });
}

/** Leaves it to the workers. */
export function begin({ ctx }: Ground, { id, hash, confirmation }: Plan): Promise<string> {
  const phrase = confirmation.phrase ?? undefined;
  return patiently(async () => {
    const { runId } = await startRun(ctx, { planId: id, hash, reason: "To see what faults do to it.", phrase });
    return runId;
  });
}

export interface RunState {
  status: string;
  isExecuting: boolean;
  isOver: boolean;
  error: string | null;
  /** Null where nothing was measured. */
  passed: boolean | null;
  measured: string | null;
  /** How often somebody took it up. */
  epoch: number;
  changed: number;
  /** The name of the worker whose connection it is. */
  executor: string | null;
}

export async function stateOf({ engine }: Ground, runId: string): Promise<RunState> {
  const { rows } = await sql<RunState>`
    select
      r.status,
      r.status in ('running', 'pausing', 'cancelling') as "isExecuting",
      r.finished_at is not null as "isOver",
      r.error,
      (r.verification ->> 'passed')::boolean as passed,
      r.verification ->> 'message' as measured,
      r.epoch::integer as epoch,
      r.changed::integer as changed,
      a.application_name as executor
    from plumbline.runs as r
    left join pg_catalog.pg_stat_activity as a on a.pid = r.executor_pid and a.backend_start = r.executor_since
    where r.id = ${runId}
  `.execute(engine.db);
  const [state] = rows;
  if (!state) throw new Error("The run is gone.");
  return state;
}
