import { type Kysely, sql } from "kysely";
import type { ScenarioResult } from "@/lib/probes/types";
import type { ProbeCause } from "./types";

/** As many of each probe as its history shows. */
const kept = 100;

interface StoredFor {
  actor: string;
  cause: ProbeCause;
  runId?: string;
}

/** Keeps what a trial came to, and lets go of the oldest. */
export async function storeResult(
  db: Kysely<unknown>,
  probe: string,
  { status, message, statements, durationMs }: ScenarioResult,
  { actor, cause, runId }: StoredFor,
): Promise<void> {
  await sql`
    insert into plumbline.probe_results (probe, status, message, statements, duration_ms, actor, cause, run_id)
    values (
      ${probe}, ${status}, ${message}, ${JSON.stringify(statements)}::jsonb, ${durationMs}, ${actor}, ${cause}, ${runId ?? null}
    )
  `.execute(db);
  await sql`
    delete from plumbline.probe_results
    where probe = ${probe}
      and id <= (
        select id from plumbline.probe_results where probe = ${probe} order by id desc offset ${kept} limit 1
      )
  `.execute(db);
}
