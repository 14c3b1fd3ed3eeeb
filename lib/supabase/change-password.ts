import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { getConfig } from "@/lib/config";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { adminClient } from "./admin";
import { createUser } from "./create-user";

export interface NewPassword {
  userId: string;
  password: string;
}

/** Gives a user of Supabase Auth another password and ends every session they have. */
export async function changePassword(engine: Engine, { userId, password }: NewPassword): Promise<void> {
  if (!getConfig().supabase) return changeLitePassword(engine, { userId, password });
  const { error } = await adminClient().auth.admin.updateUserById(userId, { password });
  if (error) throw new AppError("refused", `Supabase did not change the password: ${error.message}.`);
}

/** The API in this process cannot change somebody else's password: a user made for the purpose hands its hash over. */
async function changeLitePassword(engine: Engine, { userId, password }: NewPassword): Promise<void> {
  const donor = await createUser({ email: `${randomUUID()}@plumbline.invalid`, password });
  await engine.db.transaction().execute(async (trx) => {
    await sql`
      update auth.users
      set encrypted_password = (select encrypted_password from auth.users where id = ${donor}::uuid), updated_at = now()
      where id = ${userId}::uuid
    `.execute(trx);
    await sql`delete from auth.sessions where user_id = ${userId}::uuid`.execute(trx);
    await sql`delete from auth.users where id = ${donor}::uuid`.execute(trx);
  });
}
