import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { handOn } from "./hand-on";
import { type RunRow, runColumns, toSummary } from "./run-row";
import type { RunPage } from "./types";

const ListRunsInput = z.object({
  cursor: z.uuid("This is not a cursor of the runs.").nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ListRunsInput = z.input<typeof ListRunsInput>;

/** Runs, newest first. The cursor is the last run of the page before. */
export async function listRuns(ctx: Context, raw: ListRunsInput): Promise<RunPage> {
  requireRole(ctx, "viewer");
  const { cursor, limit } = ListRunsInput.parse(raw);
  await reconcileRuns(ctx.engine, handOn);
  const before = cursor
    ? sql`where (r.started_at, r.id) < (select c.started_at, c.id from plumbline.runs as c where c.id = ${cursor})`
    : sql``;
  const { rows } = await sql<RunRow>`
    select ${runColumns}
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    ${before}
    order by r.started_at desc, r.id desc
    limit ${limit + 1}
  `.execute(ctx.engine.db);
  const runs = rows.slice(0, limit).map(toSummary);
  return { runs, nextCursor: rows.length > limit ? (runs.at(-1)?.id ?? null) : null };
}
