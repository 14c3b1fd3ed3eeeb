import pg from "pg";

/** The server that the tests share: `vitest.setup` boots it, or it is given in PLUMBLINE_TEST_URL. */
export function serverUrl(database?: string): string {
  const given = process.env.PLUMBLINE_TEST_URL;
  if (!given) throw new Error("No PostgreSQL for tests: run them with `npm test -- integration` or `npx vitest run`.");
  const url = new URL(given);
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** Runs `work` on one connection to a database of the tests' server. */
export async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "plumbline-tests" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
