import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { listCustomChecks } from "@/lib/custom-checks/list-checks";
import { readFindings, summarise } from "@/lib/findings/stored-finding";
import type { WrittenCheck } from "./types";

/** The checks that people wrote, on the page and in files, each with what the last scan found. */
export async function listWrittenChecks(ctx: Context): Promise<WrittenCheck[]> {
  requireRole(ctx, "viewer");
  const checks = await listCustomChecks(ctx);
  const stored = await readFindings(ctx.engine.db, sql`f.check_code = 'custom_check'`);
  const findings = new Map(
    stored.flatMap((found) => (found.target.kind === "custom" ? [[found.target.id, summarise(found)]] : [])),
  );
  return checks.map((check) => {
    const found = findings.get(check.id);
    if (!found) return { ...check, finding: null };
    const { id, status, count, reason, measuredAt } = found;
    return { ...check, finding: { id, status, count, reason, measuredAt } };
  });
}
