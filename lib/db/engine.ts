import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/** The engine plane: one pool, seen as `pg` where a connection must be held and as Kysely everywhere else. */
export interface Engine {
  db: Kysely<unknown>;
  pool: pg.Pool;
  /** Connections that runs keep until they end. Apart from the others, so that many runs cannot starve what they wait for. */
  runPool: pg.Pool;
  close(): Promise<void>;
}

/** Five runs at once, each with a second connection. */
const maxRunConnections = 10;

export interface EngineOptions {
  maxConnections?: number;
  /** A connection that was idle broke. The pool replaces it; the owner may want to say so in the log. */
  onIdleError?: (error: Error) => void;
}

/**
 * Connects to nothing yet. Timeouts are set per transaction (`inTransaction`), never per session, so that a pooler
 * between us and the database cannot lose them or give them to somebody else.
 */
export function createEngine(url: string, options: EngineOptions = {}): Engine {
  const pool = createPool(url, options.maxConnections ?? 10, options);
  const runPool = createPool(url, maxRunConnections, options);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    runPool,
    close: async () => {
      await Promise.all([closeOnce(pool), closeOnce(runPool)]);
    },
  };
}

function createPool(connectionString: string, max: number, { onIdleError }: EngineOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: "plumbline",
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // The driver reads times in this style only, and a database may have another for its own people.
    onConnect: async (client) => {
      await client.query("set datestyle = 'ISO, MDY'");
    },
  });
  // A connection that breaks while it is in use is told by its next statement; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // While the pool ends, the server may be gone before its connections are.
  const warn = (error: Error) => pool.ending || process.emitWarning(error.message, "PlumblineConnection");
  pool.on("error", onIdleError ?? warn);
  return pool;
}

async function closeOnce(pool: pg.Pool): Promise<void> {
  if (!pool.ending) await pool.end();
}
