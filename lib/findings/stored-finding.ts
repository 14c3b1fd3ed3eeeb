import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CheckCode } from "@/lib/checks/codes";
import type { Severity } from "@/lib/checks/define";
import { checkOn, titleOf } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { targetLabel } from "@/lib/checks/target-label";
import { toCount } from "@/lib/db";
import type { Change, Dismissal, FindingStatus, FindingSummary, How, Standing } from "./types";

/** A finding as it was last measured. */
export interface StoredFinding {
  id: string;
  check: CheckCode;
  severity: Severity;
  target: Target;
  playbook: string | null;
  status: FindingStatus;
  reason: string | null;
  count: string | null;
  how: How;
  measuredAt: Date;
  firstFailedAt: Date | null;
  standing: Standing;
  dismissal: Dismissal | null;
  baselineCount: string | null;
  change: Change | null;
}

/** Findings that meet a condition over `f`, the worst first. */
export async function readFindings(db: Kysely<unknown>, where: RawBuilder<unknown>): Promise<StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`
    select
      f.id,
      f.check_code as check,
      f.severity,
      f.target,
      f.playbook,
      f.status,
      f.reason,
      f.count,
      f.how,
      f.measured_at as "measuredAt",
      f.first_failed_at as "firstFailedAt",
      case
        when d.finding_id is not null then 'dismissed'
        when f.status = 'failing' and f.count <= b.count then 'known'
        else 'open'
      end as standing,
      case when d.finding_id is not null then
        jsonb_build_object('reason', d.reason, 'by', d.dismissed_by, 'at', d.dismissed_at, 'until', d.expires_at)
      end as dismissal,
      b.count as "baselineCount",
      case
        when scanned.times < 2 then null
        when f.status = 'failing' and coalesce(before.status, 'passing') = 'passing' then 'new'
        when f.status = 'failing' and f.count > before.count then 'worse'
        when f.status = 'failing' and f.count < before.count then 'better'
        when f.status = 'passing' and before.status = 'failing' then 'fixed'
      end as change
    from plumbline.findings as f
    cross join (
      select count(*) as times, max(started_at) as last
      from (select started_at from plumbline.scans where status = 'succeeded' order by started_at desc limit 2) as s
    ) as scanned
    left join lateral (
      select m.status, m.count
      from plumbline.measurements as m
      where m.finding_id = f.id and m.measured_at < scanned.last
      order by m.measured_at desc
      limit 1
    ) as before on true
    left join plumbline.dismissals as d on d.finding_id = f.id and (d.expires_at is null or d.expires_at > now())
    left join plumbline.baseline as b on b.finding_id = f.id
    where ${where}
    order by
      array_position(array['failing', 'not_checked', 'passing'], f.status),
      array_position(array['error', 'warning', 'info'], f.severity),
      f.count desc nulls last,
      f.schema_name,
      f.table_name,
      f.check_code,
      f.id
  `.execute(db);
  return rows;
}

/** What lists show of a finding. */
export function summarise(finding: StoredFinding): FindingSummary {
  const { target, status, reason, measuredAt, firstFailedAt, baselineCount, ...facts } = finding;
  const check = checkOn(finding.check, target);
  const count = finding.count === null ? null : toCount(finding.count);
  return {
    ...facts,
    title: titleOf(finding.check, target),
    status,
    reason,
    count,
    targetLabel: targetLabel(target),
    schemaName: target.table.schema,
    tableName: target.table.name,
    message: count === null ? (reason ?? "It was not checked.") : check.explain(target, count),
    measuredAt: measuredAt.toISOString(),
    firstFailedAt: firstFailedAt?.toISOString() ?? null,
    baselineCount: baselineCount === null ? null : toCount(baselineCount),
  };
}
