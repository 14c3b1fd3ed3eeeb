import { type Kysely, sql } from "kysely";
import { toCount } from "@/lib/db";
import type { RunPosition } from "./run-position";
import type { Batching } from "./stored-plan";

/** A stretch of the work list. */
export interface Batch {
  number: number;
  pass: "first" | "last";
  first: number;
  last: number;
  /** Rows that somebody held when their turn came. */
  held: boolean;
}

/** What is to be done next: the list in its order, then the rows that somebody held; null when nothing is left. */
export async function nextBatch(
  db: Kysely<unknown>,
  planId: string,
  { rows, grouped, patient }: Batching,
  { position, batches }: RunPosition,
): Promise<Batch | null> {
  const number = batches + 1;
  const ahead = sql`outcome = 'change' and result is null and position > ${position}::bigint`;
  const next = await stretch(db, planId, ahead, rows);
  if (next) {
    const last = grouped ? await endOfGroup(db, planId, next.last) : next.last;
    return { number, pass: patient ? "last" : "first", first: next.first, last, held: false };
  }
  const held = await heldStretch(db, planId, rows);
  return held && { number, pass: "last", ...held, held: true };
}

async function stretch(db: Kysely<unknown>, planId: string, which: ReturnType<typeof sql>, limit: number | null) {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select min(position) as first, max(position) as last
    from (
      select position from plumbline.run_items where plan_id = ${planId} and ${which} order by position limit ${limit}::bigint
    ) as next
  `.execute(db);
  const [row] = rows;
  if (row?.first == null || row.last == null) return null;
  return { first: toCount(row.first), last: toCount(row.last) };
}

// No wider than a batch usually is: of the items between them it has to be written down that they are done.
async function heldStretch(db: Kysely<unknown>, planId: string, limit: number | null) {
  const held = await stretch(db, planId, sql`result = 'put_off'`, limit);
  return held && limit !== null ? { ...held, last: Math.min(held.last, held.first + limit - 1) } : held;
}

const group = (alias: string) =>
  sql`coalesce(${sql.id(alias, "choice")} -> 'create', ${sql.id(alias, "choice")} -> 'to')`;

/** The last of the rows after this one that need the same new row as it, or become the same row. */
async function endOfGroup(db: Kysely<unknown>, planId: string, position: number): Promise<number> {
  const { rows } = await sql<{ last: string }>`
    select coalesce(
      (
        select i.position - 1
        from plumbline.run_items as i
        where i.plan_id = ${planId} and i.position > ${position}::bigint
          and ${group("i")} is distinct from ${group("at")}
        order by i.position
        limit 1
      ),
      case when ${group("at")} is not null then (select max(position) from plumbline.run_items where plan_id = ${planId}) end,
      at.position
    ) as last
    from plumbline.run_items as at
    where at.plan_id = ${planId} and at.position = ${position}::bigint
  `.execute(db);
  return Math.max(position, toCount(rows[0]?.last ?? position));
}
