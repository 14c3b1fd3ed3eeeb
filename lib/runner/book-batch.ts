import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import type { Batch } from "./next-batch";
import type { TakenRun } from "./take-run";
import type { HeldBack } from "./throttle/throttle";

/** What became of the items of a batch. */
export interface BatchResults {
  changed: number;
  skipped: number;
  /** Rows that others held, left for the last pass. */
  putOff: number;
}

export async function readResults(
  trx: Kysely<unknown>,
  run: TakenRun,
  { number, first, last }: Batch,
): Promise<BatchResults> {
  const { rows } = await sql<Record<"changed" | "skipped" | "put_off", string>>`
    select
      count(*) filter (where outcome = 'change' and (result is null or batch = ${number}::bigint and result = 'changed')) as changed,
      count(*) filter (where batch = ${number}::bigint and result = 'skipped') as skipped,
      count(*) filter (where result = 'put_off') as put_off
    from plumbline.run_items
    where plan_id = ${run.plan.id} and position between ${first}::bigint and ${last}::bigint
  `.execute(trx);
  const [row] = rows;
  return {
    changed: toCount(row?.changed ?? 0),
    skipped: toCount(row?.skipped ?? 0),
    putOff: toCount(row?.put_off ?? 0),
  };
}

/**
 * Keeps what a batch did, as the last thing of its transaction; gives how long that took. Where it began before the last had
 * ended, it is told from there on, so that all of them together take as long as the run.
 */
export async function bookBatch(
  trx: Kysely<unknown>,
  run: TakenRun,
  { number, first, last }: Batch,
  { changed, skipped, putOff }: BatchResults,
  { reason, waitedMs }: HeldBack,
): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    insert into plumbline.run_batches
      (run_id, number, first_position, last_position, changed, skipped, put_off, throttle, waited_ms, started_at, finished_at)
    values (
      ${run.id}, ${number}, ${first}, ${last}, ${changed}, ${skipped}, ${putOff}, ${reason}, ${waitedMs},
      greatest(now(), (select b.finished_at from plumbline.run_batches as b where b.run_id = ${run.id} and b.number = ${number}::bigint - 1)),
      clock_timestamp()
    )
    returning extract(epoch from finished_at - now())::float8 * 1000 as ms
  `.execute(trx);
  return rows[0]?.ms ?? 0;
}
