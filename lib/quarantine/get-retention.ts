import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { titleOf } from "@/lib/plans/get-plan";
import type { RunSummary } from "@/lib/runs/types";
import { hasImages, leavesAt, readRetention, warningDays } from "./retention-row";
import type { LeavingRun, Retention } from "./types";

const maxShown = 20;

interface LeavingRow {
  id: string;
  repair: RunSummary["repair"];
  schema_name: string;
  table_name: string;
  leaves_at: Date;
  images: string;
  total: string;
}

/** How long before-images are kept, and which runs are about to lose theirs. */
export async function getRetention(ctx: Context): Promise<Retention> {
  requireRole(ctx, "viewer");
  const { db } = ctx.engine;
  const retention = await readRetention(db);
  const { rows: kept } = await sql<{ bytes: string; oldest: Date | null }>`
    select
      pg_total_relation_size('plumbline.quarantine') as bytes,
      (select created_at from plumbline.quarantine order by id limit 1) as oldest
  `.execute(db);
  const { rows: leaving } = await sql<LeavingRow>`
    select soon.*, (select count(*) from plumbline.quarantine as q where q.run_id = soon.id) as images
    from (
      select r.id, p.repair, r.schema_name, r.table_name, ${leavesAt} as leaves_at, count(*) over () as total
      from plumbline.quarantine_retention as k
      join plumbline.runs as r on ${leavesAt} < now() + make_interval(days => ${warningDays})
      join plumbline.plans as p on p.id = r.plan_id
      where ${hasImages}
      order by leaves_at, r.id
      limit ${maxShown}
    ) as soon
    order by soon.leaves_at, soon.id
  `.execute(db);
  return {
    keepDays: retention?.keep_days ?? null,
    setBy: retention?.set_by ?? null,
    bytes: Number(kept[0]?.bytes ?? 0),
    oldest: kept[0]?.oldest?.toISOString() ?? null,
    leaving: leaving.map(toLeaving),
    leavingRuns: Number(leaving[0]?.total ?? 0),
    warningDays,
  };
}

function toLeaving({ id, repair, schema_name, table_name, leaves_at, images }: LeavingRow): LeavingRun {
  return {
    runId: id,
    repairTitle: titleOf(repair),
    table: { schema: schema_name, name: table_name },
    images: Number(images),
    leavesAt: leaves_at.toISOString(),
  };
}
