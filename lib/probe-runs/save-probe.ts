import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { ProbeInput } from "./probe-input";
import { tryWritten } from "./try-written";

const SaveProbeInput = ProbeInput.extend({
  id: z.uuid().nullable().default(null),
  /** The version that was changed; null for a new one. */
  changedAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type SaveProbeInput = z.input<typeof SaveProbeInput>;

/** Stores a probe that was tried; it may be red, but not impossible to ask. */
export async function saveProbe(ctx: Context, raw: SaveProbeInput): Promise<{ id: string }> {
  requireRole(ctx, "admin");
  const { id, changedAt, name, description, owner, statements } = SaveProbeInput.parse(raw);
  const tried = await tryWritten(ctx.engine, statements);
  if (tried.status === "not_checked")
    throw new AppError("invalid", `It cannot be tried as it stands. ${tried.message}`);
  const { db } = ctx.engine;
  const stored = JSON.stringify(statements);
  return inTransaction(db, { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 }, async (trx) => {
    const { rows } = await (id === null
      ? sql<{ id: string }>`
          insert into plumbline.probes (name, description, owner, statements, created_by)
          values (${name}, ${description}, ${owner}, ${stored}::jsonb, ${ctx.operator.email})
          returning id`
      : sql<{ id: string }>`
          update plumbline.probes
          set name = ${name}, description = ${description}, owner = ${owner}, statements = ${stored}::jsonb, changed_at = now()
          where id = ${id} and changed_at = ${changedAt}::timestamptz
          returning id`
    ).execute(trx);
    const [saved] = rows;
    if (!saved) {
      throw new AppError(
        "conflict",
        "Somebody changed or removed this probe after you opened it. Nothing was saved. Reload the page to see it as it is now.",
      );
    }
    await emit(trx, {
      action: "probe.save",
      actor: ctx.operator,
      message: `The probe “${name}” was ${id === null ? "written" : "changed"}.`,
      details: { id: saved.id, name, description, owner, statements },
    });
    return saved;
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new AppError("conflict", `There is a probe called “${name}” already.`);
    throw error;
  });
}
