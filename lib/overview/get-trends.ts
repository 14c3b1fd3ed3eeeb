import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import type { CheckCode } from "@/lib/checks/codes";
import { checks } from "@/lib/checks/registry";
import type { Severity } from "@/lib/checks/severity";
import { toCount } from "@/lib/db";
import { readFindings } from "@/lib/findings/stored-finding";
import type { Change, FindingStatus } from "@/lib/findings/types";
import { scoreOf } from "./score";

const shownScans = 20;

export interface CheckTrend {
  check: CheckCode;
  title: string;
  severity: Severity;
  /** Oldest first: what failed after each scan. Null where the check was not made yet. */
  points: { at: string; findings: number | null }[];
}

export interface Trends {
  /** Null while nothing was checked. */
  score: number | null;
  scores: { at: string; score: number | null }[];
  /** Checks of which something fails, or failed in one of these scans; the worst first. */
  checks: CheckTrend[];
  /** How many findings changed since the scan before the last. */
  changes: Record<Change, number>;
}

interface Row {
  at: Date;
  check: CheckCode;
  severity: Severity;
  status: FindingStatus;
  findings: string;
}

/** How it went over the last scans. What was dismissed or is known from the baseline is left out of all of them. */
export async function getTrends(ctx: Context): Promise<Trends> {
  requireRole(ctx, "viewer");
  const { db } = ctx.engine;
  const open = (await readFindings(db, sql`true`)).filter(({ standing }) => standing === "open");
  const { rows } = await sql<Row>`
    select s.finished_at as at, f.check_code as check, f.severity, m.status, count(*) as findings
    from (
      select started_at, finished_at
      from plumbline.scans
      where status = 'succeeded'
      order by started_at desc
      limit ${shownScans}
    ) as s
    cross join plumbline.findings as f
    cross join lateral (
      select m.status
      from plumbline.measurements as m
      where m.finding_id = f.id and m.measured_at <= s.finished_at
      order by m.measured_at desc
      limit 1
    ) as m
    where f.id = any (${open.map(({ id }) => id)}::text[])
    group by 1, 2, 3, 4
    order by 1
  `.execute(db);
  const scans = [...new Set(rows.map(({ at }) => at.getTime()))];
  const tallies = rows.map(({ at, findings, ...row }) => ({ ...row, at: at.getTime(), findings: toCount(findings) }));
  const scores = scans.map((at) => ({
    at: new Date(at).toISOString(),
    score: scoreOf(tallies.filter((tally) => tally.at === at)),
  }));
  const codes = [...new Set(tallies.filter(({ status }) => status === "failing").map(({ check }) => check))];
  const trends = codes.map((check): CheckTrend => {
    const own = tallies.filter((tally) => tally.check === check);
    return {
      check,
      title: checks[check].title,
      severity: own[0]?.severity ?? checks[check].severity,
      points: scans.map((at) => ({ at: new Date(at).toISOString(), findings: failingAt(own, at) })),
    };
  });
  return {
    score: scoreOf(open.map(({ severity, status }) => ({ severity, status, findings: 1 }))),
    scores,
    checks: trends.sort(worstFirst),
    changes: countChanges(open.map(({ change }) => change)),
  };
}

function failingAt(tallies: { at: number; status: FindingStatus; findings: number }[], at: number): number | null {
  const then = tallies.filter((tally) => tally.at === at && tally.status !== "not_checked");
  if (then.length === 0) return null;
  return then.reduce((sum, { status, findings }) => sum + (status === "failing" ? findings : 0), 0);
}

const rank = { error: 0, warning: 1, info: 2 };

function worstFirst(left: CheckTrend, right: CheckTrend): number {
  const last = ({ points }: CheckTrend) => points.at(-1)?.findings ?? 0;
  return (
    rank[left.severity] - rank[right.severity] || last(right) - last(left) || left.title.localeCompare(right.title)
  );
}

function countChanges(changes: (Change | null)[]): Trends["changes"] {
  const count = (wanted: Change) => changes.filter((change) => change === wanted).length;
  return { new: count("new"), worse: count("worse"), better: count("better"), fixed: count("fixed") };
}
