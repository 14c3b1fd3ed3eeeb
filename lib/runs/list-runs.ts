import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { runEdges, underWay } from "@/lib/runner/run-states";
import { handOn } from "./hand-on";
import { type RunRow, runColumns, toSummary } from "./run-row";
import type { RunPage, RunStatus } from "./types";

const instant = z.iso.datetime({ offset: true });

const ListRunsInput = z.object({
  status: z.enum(["under_way", ...(Object.keys(runEdges) as RunStatus[])]).nullish(),
  repair: z.string().max(100).nullish(),
  /** "orders" or "public.orders". */
  table: z.string().max(130).nullish(),
  person: z.string().max(254).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  cursor: z.uuid("This is not a cursor of the runs.").nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ListRunsInput = z.input<typeof ListRunsInput>;

/** Runs that fit, newest first. The cursor is the last run of the page before. */
export async function listRuns(ctx: Context, raw: ListRunsInput): Promise<RunPage> {
  requireRole(ctx, "viewer");
  const { limit, ...asked } = ListRunsInput.parse(raw);
  await reconcileRuns(ctx.engine, handOn);
  const { rows } = await sql<RunRow>`
    select ${runColumns}
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where ${fits(asked)}
    order by r.started_at desc, r.id desc
    limit ${limit + 1}
  `.execute(ctx.engine.db);
  const runs = rows.slice(0, limit).map(toSummary);
  return { runs, nextCursor: rows.length > limit ? (runs.at(-1)?.id ?? null) : null };
}

function fits({ status, repair, table, person, from, to, cursor }: Omit<z.infer<typeof ListRunsInput>, "limit">) {
  const conditions = [sql`true`];
  if (status) conditions.push(sql`r.status = any(${status === "under_way" ? underWay : [status]}::text[])`);
  if (repair) conditions.push(sql`p.repair = ${repair}`);
  if (table) conditions.push(sql`${table} in (r.table_name, r.schema_name || '.' || r.table_name)`);
  if (person) conditions.push(sql`r.actor = ${person}`);
  if (from) conditions.push(sql`r.started_at >= ${from}::timestamptz`);
  if (to) conditions.push(sql`r.started_at <= ${to}::timestamptz`);
  if (cursor) {
    const last = sql`select c.started_at, c.id from plumbline.runs as c where c.id = ${cursor}`;
    conditions.push(sql`(r.started_at, r.id) < (${last})`);
  }
  return sql.join(conditions, sql` and `);
}
