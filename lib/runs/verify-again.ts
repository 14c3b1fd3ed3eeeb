import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { loadPlan } from "@/lib/runner/load-plan";
import { underWay } from "@/lib/runner/run-states";
import type { RunStatus, Verification } from "./types";
import { verifyRun } from "./verify-run";

const VerifyAgainInput = z.strictObject({ runId: z.uuid() });
export type VerifyAgainInput = z.input<typeof VerifyAgainInput>;

/** Measures once more what a run mended. What the run itself recorded at its end stays. */
export async function verifyAgain(ctx: Context, raw: VerifyAgainInput): Promise<Verification> {
  requireRole(ctx, "operator");
  const { runId } = VerifyAgainInput.parse(raw);
  const { engine } = ctx;
  const { rows } = await sql<{ status: RunStatus; plan_id: string }>`
    select status, plan_id from plumbline.runs where id = ${runId}
  `.execute(engine.db);
  const [run] = rows;
  if (!run) throw new AppError("not_found", "There is no such run.");
  if (underWay.includes(run.status))
    throw new AppError("conflict", "This run is not over yet. It is measured at its end.");
  const verification = await verifyRun(engine, { id: runId, plan: await loadPlan(engine.db, run.plan_id) });
  if (verification) return verification;
  throw new AppError(
    "refused",
    "There is no finding to measure again: it is gone, or the repair came from none. Scan again.",
  );
}
