import { type Kysely, sql } from "kysely";
import { severityOf } from "@/lib/checks/registry";
import type { Measurement } from "@/lib/scan/types";
import { findingId } from "./finding-id";

/** Writes what was measured: the finding as it is now, and one more point of its history. */
export async function storeMeasurements(
  db: Kysely<unknown>,
  measurements: Measurement[],
  scanId: string | null,
): Promise<void> {
  if (measurements.length === 0) return;
  const rows = JSON.stringify(measurements.map((measurement) => rowOf(measurement, scanId)));
  await sql`
    with measured as (
      select *
      from jsonb_to_recordset(${rows}::jsonb) as m (
        id text, check_code text, severity text, target jsonb, schema_name text, table_name text, playbook text, status text,
        reason text, count bigint, how text, sample jsonb, age_ms float8, duration_ms float8, scan_id uuid,
        fingerprint text
      )
    ),
    stored as (
      insert into plumbline.findings as f (
        id, check_code, severity, target, schema_name, table_name, playbook, status,
        reason, count, how, sample, measured_at, duration_ms, scan_id, fingerprint, first_failed_at
      )
      select
        m.id, m.check_code, m.severity, m.target, m.schema_name, m.table_name, m.playbook, m.status,
        m.reason, m.count, m.how, m.sample, at.measured_at, m.duration_ms, m.scan_id, m.fingerprint,
        case when m.status = 'failing' then at.measured_at end
      from measured as m
      -- By the database's clock: that of another machine may be wrong, and what it measured later look older.
      cross join lateral (
        select statement_timestamp() - make_interval(secs => m.age_ms / 1000) as measured_at
      ) as at
      -- In one order, so that two processes that store at once wait for each other in turn.
      order by m.id
      on conflict (id) do update
      set
        severity = excluded.severity,
        target = excluded.target,
        playbook = excluded.playbook,
        status = excluded.status,
        reason = excluded.reason,
        count = excluded.count,
        how = excluded.how,
        sample = excluded.sample,
        measured_at = excluded.measured_at,
        duration_ms = excluded.duration_ms,
        scan_id = coalesce(excluded.scan_id, f.scan_id),
        fingerprint = excluded.fingerprint,
        first_failed_at = case excluded.status
          when 'failing' then coalesce(f.first_failed_at, excluded.measured_at)
          when 'not_checked' then f.first_failed_at
        end
      -- A slow scan must not undo what was measured after a repair.
      where f.measured_at <= excluded.measured_at
      returning f.id, f.measured_at, f.status, f.count, f.how
    )
    insert into plumbline.measurements (finding_id, measured_at, status, count, how)
    select id, measured_at, status, count, how
    from stored
    on conflict do nothing
  `.execute(db);
}

function rowOf({ expectation, ...measured }: Measurement, scanId: string | null) {
  const { check, target, playbook } = expectation;
  return {
    id: findingId(check, target),
    check_code: check,
    severity: severityOf(check, target),
    target,
    schema_name: target.table.schema,
    table_name: target.table.name,
    playbook,
    status: measured.status,
    reason: measured.reason,
    count: measured.count,
    how: measured.how,
    sample: measured.sample,
    age_ms: Date.now() - measured.measuredAt.getTime(),
    duration_ms: measured.durationMs,
    scan_id: scanId,
    fingerprint: measured.fingerprint,
  };
}
