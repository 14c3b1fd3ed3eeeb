import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ProbeStatement } from "@/lib/probes/types";

const RemoveProbeInput = z.strictObject({ id: z.uuid("A probe of a document cannot be removed.") });
export type RemoveProbeInput = z.input<typeof RemoveProbeInput>;

/** Removes a probe with its history; its statements stay in the audit. */
export async function removeProbe(ctx: Context, raw: RemoveProbeInput): Promise<void> {
  requireRole(ctx, "admin");
  const { id } = RemoveProbeInput.parse(raw);
  await inTransaction(ctx.engine.db, { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 }, async (trx) => {
    const { rows } = await sql<{ name: string; statements: ProbeStatement[] }>`
      delete from plumbline.probes where id = ${id} returning name, statements
    `.execute(trx);
    const [removed] = rows;
    if (!removed) throw new AppError("not_found", "There is no such probe any more: somebody removed it.");
    await sql`delete from plumbline.probe_results where probe = ${id}`.execute(trx);
    await emit(trx, {
      action: "probe.remove",
      actor: ctx.operator,
      message: `The probe “${removed.name}” was removed.`,
      details: { id, statements: removed.statements },
    });
  });
}
