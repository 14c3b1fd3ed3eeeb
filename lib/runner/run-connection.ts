import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Engine } from "@/lib/db";

/** The connections that a run keeps to itself, so that whoever takes it over can end what is under way on them. */
export interface RunConnection {
  db: Kysely<unknown>;
  /** One more, for a batch that begins before the last has ended; null while there is none to spare. */
  openSecond(): Promise<Kysely<unknown> | null>;
  /** Closes the connections, and with them whatever they held. */
  close(): void;
}

/** Waits a while when this process carries as many runs as it can. */
export async function openRunConnection({ runPool }: Engine): Promise<RunConnection> {
  const clients = [await runPool.connect()];
  return {
    db: onClient(runPool, clients[0] as pg.PoolClient),
    openSecond: async () => {
      if (!hasOneToSpare(runPool)) return null;
      const client = await runPool.connect();
      clients.push(client);
      return onClient(runPool, client);
    },
    close: () => {
      for (const client of clients) client.release(true);
    },
  };
}

function onClient({ options }: pg.Pool, client: pg.PoolClient): Kysely<unknown> {
  const lent = { query: client.query.bind(client), release: () => undefined };
  const dialect = new PostgresDialect({
    pool: { connect: async () => lent, end: async () => undefined, options },
  });
  return new Kysely<unknown>({ dialect });
}

function hasOneToSpare({ waitingCount, idleCount, totalCount, options }: pg.Pool): boolean {
  return waitingCount === 0 && (idleCount > 0 || totalCount < options.max);
}
