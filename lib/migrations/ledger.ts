import type { ClientBase, Pool } from "pg";

/** Made before the first migration, in the same transaction. */
export const ledgerSql = `create schema if not exists plumbline;
create table if not exists plumbline.schema_migrations (
  version text primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);`;

export interface Applied {
  version: string;
  name: string;
  checksum: string;
}

/** What has been applied; null when the ledger is not there, so nothing has. */
export async function readLedger(db: ClientBase | Pool): Promise<Applied[] | null> {
  const found = await db.query<{ ledger: string | null }>(
    "select to_regclass('plumbline.schema_migrations') as ledger",
  );
  if (!found.rows[0]?.ledger) return null;
  const applied = await db.query<Applied>(
    "select version, name, checksum from plumbline.schema_migrations order by version",
  );
  return applied.rows;
}
