import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { CheckInput } from "./check-input";
import { dryRunCheck } from "./dry-run";
import { whyNotSaved } from "./why-not-saved";

const SaveCheckInput = CheckInput.extend({
  id: z.uuid().nullable().default(null),
  /** The version that was changed; null for a new one. */
  changedAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type SaveCheckInput = z.input<typeof SaveCheckInput>;

/** Stores a check that PostgreSQL can run; the next scan measures it with all others. */
export async function saveCheck(ctx: Context, raw: SaveCheckInput): Promise<{ id: string }> {
  requireRole(ctx, "admin");
  const { id, changedAt, ...check } = SaveCheckInput.parse(raw);
  const { schemaName, tableName, form } = check;
  const tried = await dryRunCheck(ctx, { schemaName, tableName, form, sql: check.sql });
  if (tried.count === null) throw new AppError("invalid", `It cannot be checked as it stands. ${tried.reason}`);
  return inTransaction(ctx.engine.db, { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 }, async (trx) => {
    const { rows } = await (id === null
      ? sql<{ id: string }>`
          insert into plumbline.custom_checks (name, description, owner, severity, schema_name, table_name, form, sql, created_by)
          values (${check.name}, ${check.description}, ${check.owner}, ${check.severity}, ${schemaName}, ${tableName}, ${form},
            ${check.sql}, ${ctx.operator.email})
          returning id`
      : sql<{ id: string }>`
          update plumbline.custom_checks
          set name = ${check.name}, description = ${check.description}, owner = ${check.owner}, severity = ${check.severity},
            schema_name = ${schemaName}, table_name = ${tableName}, form = ${form}, sql = ${check.sql}, changed_at = now()
          where id = ${id} and changed_at = ${changedAt}::timestamptz
          returning id`
    ).execute(trx);
    const [saved] = rows;
    if (!saved) throw await whyNotSaved(trx, id);
    await emit(trx, {
      action: "check.save",
      actor: ctx.operator,
      message: `The check "${check.name}" was ${id === null ? "written" : "changed"}.`,
      table: { schema: schemaName, name: tableName },
      details: { ...check, id: saved.id },
    });
    return saved;
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new AppError("conflict", `There is a check called "${check.name}" already.`);
    throw error;
  });
}
