import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";

/** Attempts in fifteen minutes. An address may be shared by an office, an e-mail belongs to one person. */
export const limits = { windowMinutes: 15, perEmail: 8, perAddress: 40 };

export interface Attempt {
  email: string;
  address: string;
}

/**
 * Counts this attempt and refuses it when there were too many. Counted before the password is looked at and in the database,
 * so that neither parallel attempts nor a second web process get around it.
 */
export async function countAttempt(db: Kysely<unknown>, attempt: Attempt): Promise<void> {
  const { emailKey, addressKey } = keysOf(attempt);
  await sql`delete from plumbline.sign_in_attempts where at < now() - interval '1 day'`.execute(db);
  await sql`insert into plumbline.sign_in_attempts (key) values (${emailKey}), (${addressKey})`.execute(db);
  const { rows } = await sql<{ key: string; attempts: number }>`
    select key, count(*)::integer as attempts
    from plumbline.sign_in_attempts
    where key in (${emailKey}, ${addressKey})
      and at > now() - make_interval(mins => ${limits.windowMinutes})
    group by key
  `.execute(db);
  const attempts = new Map(rows.map((row) => [row.key, row.attempts]));
  const isTooMany =
    (attempts.get(emailKey) ?? 0) > limits.perEmail || (attempts.get(addressKey) ?? 0) > limits.perAddress;
  if (isTooMany) {
    throw new AppError("refused", `Too many attempts. Wait ${limits.windowMinutes} minutes, then try again.`);
  }
}

/** Somebody who got in starts over. Of the address only this attempt is taken back: the failures from there still count. */
export async function forgetAttempts(db: Kysely<unknown>, attempt: Attempt): Promise<void> {
  const { emailKey, addressKey } = keysOf(attempt);
  await sql`
    delete from plumbline.sign_in_attempts
    where key = ${emailKey}
      or ctid = (
        select ctid from plumbline.sign_in_attempts where key = ${addressKey} order by at desc limit 1
      )
  `.execute(db);
}

function keysOf({ email, address }: Attempt) {
  const digest = (kind: string, value: string) => `${kind}:${createHash("sha256").update(value).digest("hex")}`;
  return { emailKey: digest("email", email), addressKey: digest("address", address) };
}
