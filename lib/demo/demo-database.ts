import pg, { escapeIdentifier } from "pg";
import { databaseAddress } from "@/lib/embedded/address";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import { admitDemoCallers } from "./demo-callers";
import { addDemoOperators } from "./demo-operators";
import { loadDemo } from "./load-demo";

export const databaseName = "plumbline";

export interface EmbeddedServer {
  port: number;
  password: string;
}

export interface DemoOptions {
  server: EmbeddedServer;
  root: string;
  secret: string;
  demoPassword: string;
}

/**
 * Makes the demo database, or replaces it. It is prepared under another name and renamed when it is whole,
 * so a kill at any moment leaves the old one or the new one, and an open console loses it for an instant only.
 */
export async function makeDemoDatabase({ server, root, secret, demoPassword }: DemoOptions): Promise<void> {
  const draft = `${databaseName}_new`;
  const databaseUrl = databaseAddress({ ...server, database: draft });
  await onServer(server, async (admin) => {
    await admin.query(`drop database if exists ${escapeIdentifier(draft)} with (force)`);
    await admin.query(`create database ${escapeIdentifier(draft)}`);
    await onDatabase(databaseUrl, async (client) => {
      await applyMigrations(client, await requiredMigrations("embedded", root));
      await loadDemo(client, root);
    });
    await addDemoOperators({ databaseUrl, secret, password: demoPassword });
    await admitDemoCallers(databaseUrl);
    await swapIn(admin, draft);
  });
}

export function hasDatabase(server: EmbeddedServer): Promise<boolean> {
  return onServer(server, async (admin) => {
    const found = await admin.query("select from pg_database where datname = $1", [databaseName]);
    return found.rowCount === 1;
  });
}

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "plumbline" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function onServer<T>(server: EmbeddedServer, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return onDatabase(databaseAddress({ ...server, database: "postgres" }), work);
}

async function swapIn(admin: pg.Client, draft: string): Promise<void> {
  const old = `${databaseName}_old`;
  const name = escapeIdentifier(databaseName);
  await admin.query(`drop database if exists ${escapeIdentifier(old)} with (force)`);
  await admin.query("begin");
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [databaseName]);
  const current = await admin.query("select from pg_database where datname = $1", [databaseName]);
  if (current.rowCount === 1) await admin.query(`alter database ${name} rename to ${escapeIdentifier(old)}`);
  await admin.query(`alter database ${escapeIdentifier(draft)} rename to ${name}`);
  await admin.query("commit");
  await admin.query(`drop database if exists ${escapeIdentifier(old)} with (force)`);
}
