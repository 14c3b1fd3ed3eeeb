import { sql } from "kysely";
import { emit } from "@/lib/audit/emit";
import { type Engine, inTransaction } from "@/lib/db";

interface RefusedKey {
  id: string;
  name: string;
}

/** At most once a minute for each key: whoever tries in a loop must not fill the audit history. */
export async function recordRefusedUse({ db }: Engine, key: RefusedKey, why: string): Promise<void> {
  await inTransaction(db, { lockTimeoutMs: 5000, statementTimeoutMs: 10_000 }, async (trx) => {
    const { rows } = await sql`
      update plumbline.api_keys
      set refused_at = now()
      where id = ${key.id} and (refused_at is null or refused_at <= now() - interval '1 minute')
      returning id
    `.execute(trx);
    if (rows.length === 0) return;
    await emit(trx, {
      action: "api_key.refuse",
      actor: { id: null, email: `API key ${key.name}` },
      message: `A call with the API key ${key.name} was refused: ${why}.`,
      severity: "warning",
      details: { key: key.id, why },
    });
  });
}
