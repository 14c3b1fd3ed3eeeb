import { Kysely, PostgresDialect } from "kysely";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** One connection that a run keeps to itself: the lock that says the run is alive belongs to it. */
export interface RunConnection {
  db: Kysely<unknown>;
  /** Closes the connection, and with it whatever it held. */
  close(): void;
}

/** Waits a while when this process carries as many runs as it can, then says so. */
export async function openRunConnection({ runPool }: Engine): Promise<RunConnection> {
  const { options } = runPool;
  const client = await runPool.connect().catch((error: unknown) => {
    if (runPool.totalCount < options.max) throw error;
    throw new AppError("unavailable", `${options.max} repairs are running already. Start this one when one has ended.`);
  });
  const lent = { query: client.query.bind(client), release: () => undefined };
  const dialect = new PostgresDialect({
    pool: { connect: async () => lent, end: async () => undefined, options },
  });
  return { db: new Kysely<unknown>({ dialect }), close: () => client.release(true) };
}
