import { type Kysely, sql } from "kysely";
import { emit, system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { failStep, finishRun } from "./finish-run";
import { inOwnTransaction } from "./own-transaction";
import { isRunHeld } from "./run-lock";

interface Running {
  id: string;
  schema: string;
  name: string;
  done: string[];
  total: number;
}

/** Ends the runs that say they are running though nobody executes them any more: their process died. */
export async function reconcileRuns({ db }: Engine): Promise<void> {
  const { rows } = await sql<Running>`
    select
      r.id, r.schema_name as schema, r.table_name as name,
      array_agg((p.steps -> 'steps' -> (s.position - 1) ->> 'title') order by s.position) filter (where s.status = 'succeeded') as done,
      count(s.*)::integer as total
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    left join plumbline.run_steps as s on s.run_id = r.id
    where r.status = 'running'
    group by r.id
  `.execute(db);
  for (const run of rows) {
    await inOwnTransaction(db, (trx) => interruptIfDead(trx, run));
  }
}

async function interruptIfDead(trx: Kysely<unknown>, { id, schema, name, done, total }: Running): Promise<void> {
  const { rows } =
    await sql`select from plumbline.runs where id = ${id} and status = 'running' for update skip locked`.execute(trx);
  if (rows.length === 0 || (await isRunHeld(trx, id))) return;
  const error = interruption(done ?? [], total);
  await failStep(trx, id, null, "Broken off. It changed nothing.");
  await finishRun(trx, id, { status: "interrupted", error });
  await emit(trx, {
    action: "run.interrupt",
    actor: system,
    severity: "error",
    message: error,
    table: { schema, name },
    runId: id,
  });
}

function interruption(done: readonly string[], total: number): string {
  const begin = "The process that executed it ended. The step that was under way changed nothing.";
  if (done.length === 0) return `${begin} No step was done.`;
  return `${begin} Done before that, ${done.length} of ${total}: ${done.join("; ")}.`;
}
