import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { checkCodes } from "@/lib/checks/codes";
import { readFindings, summarise } from "./stored-finding";
import type { FindingSummary } from "./types";

const standings = ["open", "known", "dismissed"] as const;

const FindingFilter = z.object({
  status: z.enum(["failing", "passing", "not_checked"]).optional(),
  severity: z.enum(["error", "warning", "info"]).optional(),
  check: z.enum(checkCodes).optional(),
  playbook: z.string().max(100).optional(),
  schema: z.string().max(63).optional(),
  table: z.string().max(63).optional(),
  standing: z.enum(standings).optional(),
});
export type FindingFilter = z.input<typeof FindingFilter>;

/** Findings as they were last measured, the worst first. */
export async function listFindings(ctx: Context, input: FindingFilter = {}): Promise<FindingSummary[]> {
  requireRole(ctx, "viewer");
  const filter = FindingFilter.parse(input);
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (filter.status) conditions.push(sql`f.status = ${filter.status}`);
  if (filter.severity) conditions.push(sql`f.severity = ${filter.severity}`);
  if (filter.check) conditions.push(sql`f.check_code = ${filter.check}`);
  if (filter.playbook) conditions.push(sql`f.playbook = ${filter.playbook}`);
  if (filter.schema) conditions.push(sql`f.schema_name = ${filter.schema}`);
  if (filter.table) conditions.push(sql`f.table_name = ${filter.table}`);
  const findings = await readFindings(ctx.engine.db, sql.join(conditions, sql` and `));
  return findings.filter(({ standing }) => !filter.standing || standing === filter.standing).map(summarise);
}
