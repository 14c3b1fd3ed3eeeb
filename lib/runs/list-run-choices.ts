import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { titleOf } from "@/lib/plans/get-plan";
import type { RunChoices, RunSummary } from "./types";

/** What there is to choose from when the runs are filtered: every repair, table and person that has one. */
export async function listRunChoices(ctx: Context): Promise<RunChoices> {
  requireRole(ctx, "viewer");
  const { rows } = await sql<{ repairs: RunSummary["repair"][]; tables: string[]; people: string[] }>`
    select
      coalesce(array_agg(distinct p.repair), '{}') as repairs,
      coalesce(array_agg(distinct r.schema_name || '.' || r.table_name), '{}') as tables,
      coalesce(array_agg(distinct r.actor), '{}') as people
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
  `.execute(ctx.engine.db);
  const { repairs = [], tables = [], people = [] } = rows[0] ?? {};
  const titled = repairs.map((repair) => ({ value: repair, label: titleOf(repair) }));
  return { repairs: titled.sort((a, b) => a.label.localeCompare(b.label)), tables, people };
}
