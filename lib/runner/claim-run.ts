import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { type Engine, isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { nameOf } from "@/lib/repairs/wording";
import type { RunHooks } from "./execution";
import { inOwnTransaction } from "./own-transaction";
import { underWay } from "./run-states";
import type { StoredPlan } from "./stored-plan";
import { refusePurged } from "./undo/refuse-purged";

interface Claim {
  plan: StoredPlan;
  actor: Actor;
  reason: string;
  /** In the same transaction: a worker is to take it up. */
  handOn: RunHooks["handOn"];
}

/** Makes the one run of a plan, or finds the one that a second click or another browser made. */
export async function claimRun(engine: Engine, claim: Claim): Promise<{ id: string; isNew: boolean }> {
  const { plan } = claim;
  const id = randomUUID();
  try {
    if (await inOwnTransaction(engine.db, (trx) => insertRun(trx, id, claim))) return { id, isNew: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const other = await runOfPlan(engine.db, plan.id);
    if (!other) throw await tableIsTaken(engine.db, plan);
    return { id: other, isNew: false };
  }
  const other = await runOfPlan(engine.db, plan.id);
  if (!other) throw new AppError("conflict", "Another run of this plan was begun and withdrawn. Try again.");
  return { id: other, isNew: false };
}

async function insertRun(trx: Kysely<unknown>, id: string, { plan, actor, reason, handOn }: Claim): Promise<boolean> {
  await refusePurged(trx, plan.undoOf);
  const { rows } = await sql`
    insert into plumbline.runs
      (id, plan_id, status, schema_name, table_name, actor, actor_id, reason, undo_of, skipped)
    values (
      ${id}, ${plan.id}, 'queued', ${plan.table.schema}, ${plan.table.name}, ${actor.email}, ${actor.id}::uuid, ${reason},
      ${plan.undoOf}::uuid, ${plan.skipped}
    )
    on conflict (plan_id) do nothing
    returning id
  `.execute(trx);
  if (rows.length === 0) return false;
  await sql`
    insert into plumbline.run_steps (run_id, position, status)
    select ${id}::uuid, position, 'pending'
    from unnest(${plan.body.steps.map(({ position }) => position)}::integer[]) as position
  `.execute(trx);
  await handOn(trx, id);
  await emit(trx, {
    action: "run.start",
    actor,
    message: plan.summary,
    table: plan.table,
    runId: id,
    details: { plan: plan.id, finding: plan.findingId, repair: plan.repair, reason, will_change: plan.willChange },
  });
  return true;
}

async function runOfPlan(db: Kysely<unknown>, planId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from plumbline.runs where plan_id = ${planId}`.execute(db);
  return rows[0]?.id ?? null;
}

async function tableIsTaken(db: Kysely<unknown>, { table }: StoredPlan): Promise<AppError> {
  const { rows } = await sql<{ id: string; actor: string; repair: string }>`
    select r.id, r.actor, p.repair
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.schema_name = ${table.schema} and r.table_name = ${table.name} and r.status = any(${underWay}::text[])
  `.execute(db);
  const other = rows[0];
  if (!other) return new AppError("conflict", `Another run on ${nameOf(table)} has just ended. Try again.`);
  return new AppError(
    "conflict",
    `${nameOf(table)} is being repaired by ${other.actor} (${other.repair}, run ${other.id}). One run per table: wait until it has ended.`,
  );
}
