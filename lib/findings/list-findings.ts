import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { FindingFilter, filterOf } from "./finding-filter";
import { readFindings, summarise } from "./stored-finding";
import type { FindingSummary } from "./types";

/** Findings as they were last measured, the worst first. */
export async function listFindings(ctx: Context, input: FindingFilter = {}): Promise<FindingSummary[]> {
  requireRole(ctx, "viewer");
  const filter = FindingFilter.parse(input);
  const findings = await readFindings(ctx.engine.db, sql`true`);
  return findings.filter(filterOf(filter)).map(summarise);
}
