import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { inSnapshot } from "@/lib/runner/snapshot";
import { readChange } from "./read-change";
import type { SqlExport } from "./types";
import { writeFiles } from "./write-files";

/** A reviewed plan as migrations, before or after it was run. */
export async function exportPlan(ctx: Context, id: string): Promise<SqlExport> {
  requireRole(ctx, "viewer");
  const planId = z.uuid().parse(id);
  const change = await inSnapshot(ctx.engine.db, (trx) => readChange(trx, planId));
  return writeFiles(change.label, [change]);
}
