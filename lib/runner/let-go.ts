import { type Kysely, sql } from "kysely";
import { emit, system } from "@/lib/audit/emit";
import type { RunStatus } from "@/lib/runs/types";
import type { RunHooks } from "./execution";
import { LeaseLost, moveRun } from "./move-run";
import { executing } from "./run-states";
import { leaveSteps } from "./run-step-state";

/** A run that ends every worker that takes it up is given up after so many. */
const maxAttempts = 5;

interface Abandoned {
  status: RunStatus;
  attempts: number;
  schema: string;
  name: string;
  done: string[] | null;
  total: number;
  batches: number;
}

/** Says what becomes of a run whose executor is gone. Nobody who executed it until now can write for it any more. */
export async function letGo(
  trx: Kysely<unknown>,
  { id, epoch }: { id: string; epoch: number },
  why: string,
  handOn: RunHooks["handOn"],
): Promise<void> {
  const { rows } = await sql<Abandoned>`
    update plumbline.runs as r
    set epoch = r.epoch + 1
    from plumbline.plans as p
    where p.id = r.plan_id and r.id = ${id} and r.epoch = ${epoch}::bigint and r.status = any(${executing}::text[])
    returning
      r.status, r.attempts, r.schema_name as schema, r.table_name as name, r.batches::integer as batches,
      array(
        select p.steps -> 'steps' -> (s.position - 1) ->> 'title'
        from plumbline.run_steps as s
        where s.run_id = r.id and s.status = 'succeeded'
        order by s.position
      ) as done,
      jsonb_array_length(p.steps -> 'steps') as total
  `.execute(trx);
  const run = rows[0];
  if (!run) throw new LeaseLost();
  const to = nextState(run);
  const error = to === "interrupted" || to === "failed" ? sentence(why, run, to) : null;
  await moveRun(trx, id, to, { from: [run.status], error });
  await leaveSteps(trx, id, null);
  const table = { schema: run.schema, name: run.name };
  const action = to === "failed" ? "run.fail" : "run.interrupt";
  await emit(trx, { action, actor: system, severity: "error", message: error ?? why, table, runId: id });
  if (to === "interrupted") await handOn(trx, id);
}

function nextState({ status, attempts }: Abandoned): RunStatus {
  if (status === "pausing") return "paused";
  if (status === "cancelling") return "cancelled";
  return attempts >= maxAttempts ? "failed" : "interrupted";
}

function sentence(why: string, { done, total, batches }: Abandoned, to: RunStatus): string {
  const begin = `${why} What was under way changed nothing.`;
  const before =
    batches > 0
      ? `The batches before it stay, ${batches} in all.`
      : done && done.length > 0
        ? `Done before that, ${done.length} of ${total}: ${done.join("; ")}.`
        : "No step was done.";
  if (to === "failed") return `${begin} ${before} This happened ${maxAttempts} times in a row, so it was given up.`;
  return `${begin} ${before} The next free worker goes on from there.`;
}
