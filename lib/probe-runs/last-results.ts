import { type Kysely, type RawBuilder, sql } from "kysely";
import type { StatementResult } from "@/lib/probes/types";
import type { ProbeResult } from "./types";

export type LastResult = ProbeResult & { statements: StatementResult[] };

export const resultColumns: RawBuilder<unknown> = sql`
  r.status, r.message, r.duration_ms as "durationMs", r.actor, r.cause, r.run_id as "runId",
  to_jsonb(r.ran_at) #>> '{}' as "ranAt"`;

/** What each of these probes came to last. */
export async function lastResults(db: Kysely<unknown>, ids: string[]): Promise<Map<string, LastResult>> {
  const { rows } = await sql<LastResult & { probe: string }>`
    select wanted.probe, r.statements, ${resultColumns}
    from unnest(${ids}::text[]) as wanted (probe)
    cross join lateral (
      select * from plumbline.probe_results as r where r.probe = wanted.probe order by r.id desc limit 1
    ) as r
  `.execute(db);
  return new Map(rows.map(({ probe, ...result }) => [probe, result]));
}
