import { escapeIdentifier } from "pg";
import { onConnection, serverUrl } from "./admin";
import { bootTestServer } from "./server";

/** Vitest calls it once before the integration tests; what it returns is called once after them. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.PLUMBLINE_TEST_RUN = String(process.pid);
  if (process.env.PLUMBLINE_TEST_URL) return dropLeftovers;
  const server = await bootTestServer();
  process.env.PLUMBLINE_TEST_URL = server.url;
  return server.stop;
}

/** A server that was given stays; the databases of tests that crashed do not. */
async function dropLeftovers(): Promise<void> {
  await onConnection(serverUrl(), async (admin) => {
    const found = await admin.query<{ name: string }>("select datname as name from pg_database where datname like $1", [
      `plumbline\\_test\\_${process.pid}\\_%`,
    ]);
    for (const { name } of found.rows) await admin.query(`drop database ${escapeIdentifier(name)} with (force)`);
  });
}
