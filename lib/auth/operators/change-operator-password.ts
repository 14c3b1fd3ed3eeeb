import { sql } from "kysely";
import { emit, system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { changePassword } from "@/lib/supabase/change-password";

/** Gives an operator another password; they have to sign in again everywhere. */
export async function changeOperatorPassword(engine: Engine, givenEmail: string, password: string): Promise<void> {
  const email = givenEmail.trim().toLowerCase();
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from plumbline.operators where email = ${email} and disabled_at is null
  `.execute(engine.db);
  const userId = rows[0]?.userId;
  if (!userId) throw new AppError("not_found", `${email} is no operator: see \`plumbline operators list\`.`);
  await changePassword(engine, { userId, password });
  await emit(engine.db, {
    action: "operator.change_password",
    actor: system,
    message: `${email} was given another password, by the command line.`,
    details: { email },
  });
}
