import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import { firstPace, nextPace, type Pace } from "./pace";

/** Where a run begins, as many rows as its plan says; where it goes on, about as many as it had come to. */
export async function resumePace(db: Kysely<unknown>, runId: string, planned: number): Promise<Pace> {
  const { rows } = await sql<{ rows: string; ms: number }>`
    select changed + skipped + put_off as rows, extract(epoch from finished_at - started_at)::float8 * 1000 as ms
    from plumbline.run_batches
    where run_id = ${runId}
    order by number desc
    limit 1
  `.execute(db);
  const [last] = rows;
  const count = toCount(last?.rows ?? 0);
  if (!last || count === 0) return firstPace(planned);
  return nextPace(firstPace(count), { rows: count, tookMs: last.ms });
}
