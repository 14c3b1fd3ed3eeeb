import { sql } from "kysely";
import type { Operator } from "@/lib/auth/context";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** The operator of that address, or a sentence why nobody may act in that name. */
export async function operatorByEmail(engine: Engine, email: string): Promise<Operator> {
  const { rows } = await sql<Operator & { disabled: boolean }>`
    select user_id as id, email, role, disabled_at is not null as disabled
    from plumbline.operators
    where email = lower(${email.trim()})
  `.execute(engine.db);
  const found = rows[0];
  if (!found)
    throw new AppError("not_found", `There is no operator ${email}: \`plumbline operators list\` shows them.`);
  if (found.disabled) throw new AppError("forbidden", `${found.email} is no longer an operator.`);
  const { id, role } = found;
  return { id, email: found.email, role };
}
