import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

const RemoveCheckInput = z.strictObject({ id: z.uuid("A check of a file is removed there.") });
export type RemoveCheckInput = z.input<typeof RemoveCheckInput>;

/** Removes a check; what it found goes with the next scan, what was decided stays in the audit. */
export async function removeCheck(ctx: Context, raw: RemoveCheckInput): Promise<void> {
  requireRole(ctx, "admin");
  const { id } = RemoveCheckInput.parse(raw);
  await inTransaction(ctx.engine.db, { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 }, async (trx) => {
    const { rows } = await sql<{ name: string; sql: string; schema: string; table: string }>`
      delete from plumbline.custom_checks where id = ${id} returning name, sql, schema_name as schema, table_name as table
    `.execute(trx);
    const [removed] = rows;
    if (!removed) throw new AppError("not_found", "There is no such check any more: somebody removed it.");
    await emit(trx, {
      action: "check.remove",
      actor: ctx.operator,
      message: `The check "${removed.name}" was removed.`,
      table: { schema: removed.schema, name: removed.table },
      details: { id, sql: removed.sql },
    });
  });
}
