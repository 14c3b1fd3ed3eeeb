import { type Kysely, sql } from "kysely";

/** What a finding's last measurement depended on. */
export interface Measured {
  id: string;
  fingerprint: string;
  durationMs: number;
}

/** Findings whose answer is known to stand for as long as nothing is written, by id. */
export async function readMeasured(db: Kysely<unknown>): Promise<Map<string, Measured>> {
  const { rows } = await sql<Measured>`
    select id, fingerprint, duration_ms as "durationMs"
    from plumbline.findings
    where fingerprint is not null and status <> 'not_checked'
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Says of findings that they stand as they were measured then; their history has a point of now all the same. */
export async function keepUnchanged(db: Kysely<unknown>, ids: string[], scanId: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with kept as (
      update plumbline.findings
      set how = 'unchanged', scan_id = ${scanId}
      where id = any (${ids}::text[]) and fingerprint is not null
      returning id, status, count, how
    )
    insert into plumbline.measurements (finding_id, measured_at, status, count, how)
    select id, now(), status, count, how
    from kept
    on conflict do nothing
  `.execute(db);
}
