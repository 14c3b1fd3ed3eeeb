import { sql } from "kysely";
import { emit, system } from "@/lib/audit/emit";
import { type Engine, inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Disables an operator, from their next request on. The row stays, because the audit names them. */
export async function removeOperator(engine: Engine, givenEmail: string): Promise<void> {
  const email = givenEmail.trim().toLowerCase();
  await inTransaction(engine.db, { lockTimeoutMs: 5000, statementTimeoutMs: 15_000 }, async (trx) => {
    const { rows } = await sql`
      update plumbline.operators
      set disabled_at = now()
      where email = ${email} and disabled_at is null
      returning email
    `.execute(trx);
    if (rows.length === 0) {
      throw new AppError("not_found", `${email} is no operator: see \`plumbline operators list\`.`);
    }
    await emit(trx, {
      action: "operator.disable",
      actor: system,
      message: `${email} is no longer an operator, by the command line.`,
      details: { email },
    });
  });
}
