import { type Kysely, sql } from "kysely";
import { looksUp } from "./batching";
import type { TakenRun } from "./take-run";

/** The connections on which batches run, in turn: two where the next may begin while the last is being audited. */
export type BatchLanes = readonly [Kysely<unknown>, ...Kysely<unknown>[]];

/**
 * Only where there is more than one batch, where each only looks its rows up, so that it does not matter what the one before
 * does meanwhile, and where rows that others hold are passed over: what comes before its turn must not wait for anybody.
 */
export async function openLanes(run: TakenRun): Promise<BatchLanes> {
  const { connection, plan } = run;
  const { batching } = plan.body;
  if (!batching?.rows || batching.patient || !looksUp(batching)) return [connection.db];
  if (plan.willChange <= batching.rows) return [connection.db];
  const second = await connection.openSecond();
  if (!second) return [connection.db];
  await sql`
    update plumbline.runs
    set
      second_pid = pg_backend_pid(),
      second_since = (select backend_start from pg_catalog.pg_stat_activity where pid = pg_backend_pid())
    where id = ${run.id} and epoch = ${run.epoch}::bigint
  `.execute(second);
  return [connection.db, second];
}

/** A batch never has the connection of the one before it. */
export function laneOf(lanes: BatchLanes, number: number): Kysely<unknown> {
  return lanes[number % lanes.length] ?? lanes[0];
}
