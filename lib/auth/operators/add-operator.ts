import { sql } from "kysely";
import { z } from "zod";
import { emit, system } from "@/lib/audit/emit";
import { roles } from "@/lib/auth/roles";
import { type Engine, inTransaction } from "@/lib/db";

const AddOperatorInput = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("That is not an e-mail address.")),
  role: z.enum(roles, "A role is viewer, operator or admin."),
});

export interface AddedOperator {
  email: string;
  role: string;
  /** False when they had an account already and keep its password. */
  isNewUser: boolean;
}

/**
 * Makes somebody an operator, gives an operator another role, or enables a disabled one.
 * `createUser` is called when Supabase Auth does not know the e-mail yet, and returns the new id.
 */
export async function addOperator(
  engine: Engine,
  input: unknown,
  createUser: (email: string) => Promise<string>,
): Promise<AddedOperator> {
  const { email, role } = AddOperatorInput.parse(input);
  const known = await findUserId(engine, email);
  const userId = known ?? (await createUser(email));
  await inTransaction(engine.db, { lockTimeoutMs: 5000, statementTimeoutMs: 15_000 }, async (trx) => {
    const before = await sql<{ role: string }>`
      select role from plumbline.operators where email = ${email} for update
    `.execute(trx);
    await sql`
      insert into plumbline.operators (user_id, email, role)
      values (${userId}::uuid, ${email}, ${role})
      on conflict (email) do update
        set user_id = excluded.user_id, role = excluded.role, disabled_at = null
    `.execute(trx);
    await emit(trx, {
      action: before.rows.length > 0 ? "operator.change_role" : "operator.add",
      actor: system,
      message: `${email} is an operator with the role ${role}, by the command line.`,
      details: { email, role, previousRole: before.rows[0]?.role ?? null },
    });
  });
  return { email, role, isNewUser: known === null };
}

async function findUserId(engine: Engine, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from auth.users where lower(email) = ${email} and not is_sso_user limit 1
  `.execute(engine.db);
  return rows[0]?.id ?? null;
}
