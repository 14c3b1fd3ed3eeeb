import { type ClientBase, DatabaseError } from "pg";
import { compareMigrations } from "./compare";
import { ledgerSql, readLedger } from "./ledger";
import type { Migration } from "./migration";

/** Migrations that cannot be applied: one sentence that says what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Applies what is pending, all of it or nothing, one process at a time.
 * The lock lasts as long as the transaction, so that a pooler cannot strand it.
 */
export async function applyMigrations(client: ClientBase, migrations: Migration[]): Promise<Migration[]> {
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query("select pg_advisory_xact_lock(hashtextextended('plumbline.migrations', 0))");
    const comparison = compareMigrations(migrations, await readLedger(client));
    refuse(comparison.status === "newer", newerSentence);
    refuse(comparison.changed.length > 0, changedSentence(comparison.changed));
    if (comparison.pending.length > 0) await client.query(ledgerSql);
    for (const migration of comparison.pending) await applyOne(client, migration);
    await client.query("commit");
    return comparison.pending;
  } catch (error) {
    await client.query("rollback");
    throw foreseen(error) ?? error;
  }
}

/** What a migration itself refuses, in a sentence of its own. */
function foreseen(error: unknown): MigrationError | null {
  return error instanceof DatabaseError && error.code === "PLB01" ? new MigrationError(error.message) : null;
}

export const newerSentence =
  "The database was migrated by a newer version of Plumbline: install that version, or point this one at another database.";

export function changedSentence(versions: string[]): string {
  return `Migration ${versions.join(", ")} was edited after it had been applied: put its file back as it was, and write the change as a new migration.`;
}

async function applyOne(client: ClientBase, { version, name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query("insert into plumbline.schema_migrations (version, name, checksum) values ($1, $2, $3)", [
    version,
    name,
    checksum,
  ]);
}

function refuse(condition: boolean, sentence: string): void {
  if (condition) throw new MigrationError(sentence);
}
