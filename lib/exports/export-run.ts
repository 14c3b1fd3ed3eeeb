import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { inSnapshot } from "@/lib/runner/snapshot";
import { readRunEvidence } from "./evidence";
import { planOfRun } from "./plan-of-run";
import { readChange } from "./read-change";
import type { SqlExport } from "./types";
import { writeFiles } from "./write-files";

/** What a run did, as migrations. */
export async function exportRun(ctx: Context, id: string): Promise<SqlExport> {
  requireRole(ctx, "viewer");
  const runId = z.uuid().parse(id);
  return inSnapshot(ctx.engine.db, async (trx) => {
    const planId = await planOfRun(trx, runId);
    const run = await readRunEvidence(trx, planId);
    if (!run?.finishedAt) throw new AppError("refused", "The run is not over yet. Export it when it has ended.");
    const change = await readChange(trx, planId);
    return writeFiles(change.label, [change]);
  });
}
