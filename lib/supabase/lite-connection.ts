import { createPostgresConnection, type PostgresConnection } from "@supabase/lite/postgres";
import pg from "pg";
import { hostedError } from "./hosted-errors";

/** The library's connection, to the same server in the same way as the engine's. */
export function createLiteConnection(databaseUrl: string, maxConnections: number): PostgresConnection {
  // The two drivers read options of an address (sslmode, sslrootcert) differently: ours reads them for both.
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: databaseUrl });
  const connection = createPostgresConnection({
    postgresOptions: {
      host,
      port,
      user,
      password: password ?? undefined,
      database,
      ssl,
      max: maxConnections,
      idle_timeout: 30,
      connect_timeout: 10,
      // A prepared `select *` fails once a repair has changed a column, and does not survive a pooler.
      prepare: false,
      onnotice: () => undefined,
      // A database may have another style for its own people; values are read in this one.
      connection: { application_name: "plumbline-api", DateStyle: "ISO, MDY" },
      types: wireTypes,
    },
  });
  // At the first sight of a table with row security the library makes roles and grants them everything. In a database
  // that was given nothing may change unasked, so it is told that there is none: it then reads as the connection's user.
  Object.assign(connection, {
    rlsState: "inactive",
    normalizeDbError: hostedError,
    withContext: withoutRequestSettings(connection),
  });
  return connection;
}

/**
 * Around a call of a function the library tells it of the request in five statements and asks for its wishes in a sixth. No function
 * of ours looks there, and each of its calls is one statement, so that by itself it is a transaction.
 */
function withoutRequestSettings(connection: PostgresConnection): PostgresConnection["withContext"] {
  const withContext = connection.withContext.bind(connection);
  return (vars, work, options) =>
    withContext(vars, work, options?.rpc?.readOnly === false ? { ...options, rpc: undefined } : options);
}

const isoTimestamp = (text: string) => text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");

/** Values as the hosted API writes them, so that nothing above has to know where they come from. */
const wireTypes = {
  timestamp: { to: 1114, from: [1114], serialize: String, parse: isoTimestamp },
  timestamptz: { to: 1184, from: [1184], serialize: String, parse: isoTimestamp },
  numeric: {
    to: 1700,
    from: [1700],
    serialize: String,
    parse: (text: string) => (Number.isFinite(Number(text)) ? Number(text) : text),
  },
};
