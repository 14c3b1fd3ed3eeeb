import { Kysely, PostgresDialect } from "kysely";
import type { Engine } from "@/lib/db";

/** One connection that a run keeps to itself, so that whoever takes the run over can end what is under way on it. */
export interface RunConnection {
  db: Kysely<unknown>;
  /** Closes the connection, and with it whatever it held. */
  close(): void;
}

/** Waits a while when this process carries as many runs as it can. */
export async function openRunConnection({ runPool }: Engine): Promise<RunConnection> {
  const { options } = runPool;
  const client = await runPool.connect();
  const lent = { query: client.query.bind(client), release: () => undefined };
  const dialect = new PostgresDialect({
    pool: { connect: async () => lent, end: async () => undefined, options },
  });
  return { db: new Kysely<unknown>({ dialect }), close: () => client.release(true) };
}
