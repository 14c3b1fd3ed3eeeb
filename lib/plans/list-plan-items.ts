import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import type { PlanItem, PlanItemPage } from "./types";

const ListPlanItemsInput = z.object({
  planId: z.uuid(),
  /** `skip` also gives the rows that the run skipped though the preview would have changed them. */
  outcome: z.enum(["change", "unchanged", "skip"]).nullish(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "This is not a cursor of the work list.")
    .nullish(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListPlanItemsInput = z.input<typeof ListPlanItemsInput>;

/** The work list, in the order in which a run takes it, one page at a time. */
export async function listPlanItems(ctx: Context, raw: ListPlanItemsInput): Promise<PlanItemPage> {
  requireRole(ctx, "viewer");
  const { planId, outcome, cursor, limit } = ListPlanItemsInput.parse(raw);
  const only =
    outcome === "skip"
      ? sql` and (outcome = 'skip' or result = 'skipped')`
      : outcome
        ? sql` and outcome = ${outcome}`
        : sql``;
  const { rows } = await sql<Omit<PlanItem, "position"> & { position: string }>`
    select position, key, outcome, reason, nullif(result, 'put_off') as result, result_reason as "resultReason"
    from plumbline.run_results
    where plan_id = ${planId} and position > ${cursor ?? "0"}::bigint${only}
    order by position
    limit ${limit + 1}
  `.execute(ctx.engine.db);
  const items = rows.slice(0, limit).map((row) => ({ ...row, position: Number(row.position) }));
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.position) : null };
}
