import { openScopes } from "@/lib/api-keys/open-scopes";
import { openableScopes } from "@/lib/api-keys/scopes";
import { system } from "@/lib/audit/emit";
import { createEngine, inTransaction } from "@/lib/db";

/**
 * Lets callers of the demo in without a key, as an admin could: the documents' own examples have none. For the embedded
 * database only.
 */
export async function admitDemoCallers(databaseUrl: string): Promise<void> {
  const engine = createEngine(databaseUrl, { maxConnections: 1 });
  const opening = { scopes: openableScopes, ratePerMinute: 300 };
  const by = { actor: system, reason: "The documents of the demo call without a key." };
  try {
    await inTransaction(engine.db, { lockTimeoutMs: 5000, statementTimeoutMs: 15_000 }, (trx) =>
      openScopes(trx, opening, by),
    );
  } finally {
    await engine.close();
  }
}
