import type { ClientBase } from "pg";
import { MigrationError } from "./apply-migrations";
import { readLedger } from "./ledger";

/** A schema `auth` that somebody else made (a Supabase project's, most likely) is not ours to extend. */
export async function refuseForeignAuth(client: ClientBase): Promise<void> {
  const ledger = await readLedger(client);
  if (ledger?.some((entry) => entry.version.startsWith("lite-"))) return;
  const found = await client.query(
    "select from pg_class where relnamespace = to_regnamespace('auth') and relkind in ('r', 'p', 'v') limit 1",
  );
  if (found.rowCount === 0) return;
  throw new MigrationError(
    "This database already has a schema named auth. If it is a Supabase project, set SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY as well; if not, Plumbline needs a database where that name is free.",
  );
}
