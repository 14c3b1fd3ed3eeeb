import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";

export interface Baseline {
  findings: number;
  takenBy: string;
  takenAt: string;
}

/** The baseline in force; null where none was taken. */
export async function getBaseline(ctx: Context): Promise<Baseline | null> {
  requireRole(ctx, "viewer");
  const { rows } = await sql<{ findings: number; takenBy: string; takenAt: Date }>`
    select count(*)::integer as findings, max(taken_by) as "takenBy", max(taken_at) as "takenAt"
    from plumbline.baseline
    having count(*) > 0
  `.execute(ctx.engine.db);
  const [baseline] = rows;
  return baseline ? { ...baseline, takenAt: baseline.takenAt.toISOString() } : null;
}
