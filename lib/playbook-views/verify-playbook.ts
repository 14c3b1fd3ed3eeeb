import { type Context, requireRole } from "@/lib/auth/context";
import { databaseSentence, type Engine, readAsText } from "@/lib/db";
import type { Verification } from "@/lib/playbooks/define";
import type { VerificationView } from "@/lib/playbooks/types";
import { requirePlaybook } from "./require-playbook";

const statementTimeoutMs = 10_000;

/** All rows are judged; this many are shown. */
const maxShown = 50;

/** Runs the document's queries as printed, one by one and read-only, and says which return what they should. */
export async function verifyPlaybook(ctx: Context, slug: unknown): Promise<VerificationView[]> {
  requireRole(ctx, "viewer");
  const { verifications } = requirePlaybook(slug);
  const views: VerificationView[] = [];
  for (const verification of verifications) views.push(await verify(ctx.engine, verification));
  return views;
}

async function verify(engine: Engine, { id, title, sql, expected, passes }: Verification): Promise<VerificationView> {
  const asked = { id, title, sql, expected, ranAt: new Date().toISOString() };
  try {
    const { rows } = await readAsText(engine, { sql, parameters: [] }, { statementTimeoutMs });
    const status = passes(rows) ? "passed" : "failed";
    return { ...asked, status, rows: rows.slice(0, maxShown), rowCount: rows.length, error: null };
  } catch (error) {
    // A query that could not run proves nothing, so it is neither passed nor failed.
    return { ...asked, status: "error", rows: [], rowCount: 0, error: databaseSentence(error) };
  }
}
