import { Kysely, PostgresDialect } from "kysely";
import type { Engine } from "@/lib/db";

/** One connection that a run keeps to itself: the lock that says the run is alive belongs to it. */
export interface RunConnection {
  db: Kysely<unknown>;
  /** Closes the connection, and with it whatever it held. */
  close(): void;
}

export async function openRunConnection({ pool }: Engine): Promise<RunConnection> {
  const client = await pool.connect();
  const lent = { query: client.query.bind(client), release: () => undefined };
  const dialect = new PostgresDialect({
    pool: { connect: async () => lent, end: async () => undefined, options: pool.options },
  });
  return { db: new Kysely<unknown>({ dialect }), close: () => client.release(true) };
}
