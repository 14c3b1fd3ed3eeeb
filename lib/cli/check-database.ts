import pg from "pg";
import { connectionSentence } from "@/lib/config";
import { CommandError } from "./sentence";

const oldest = 140_000;

/** Connects once to a database that was given, so that what is wrong with it is said before anything starts. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  const server = await readServer(client).catch((cause: unknown) => {
    throw new CommandError(connectionSentence(cause, databaseUrl), { cause });
  });
  refuseOld(server.version, "DATABASE_URL");
  if (server.isReplica) {
    throw new CommandError("DATABASE_URL is a replica that only allows reading: give the address of the primary.");
  }
}

/** `version` as `server_version_num` has it; `name` is what the person gave. */
export function refuseOld(version: number, name: string): void {
  if (version >= oldest) return;
  const major = Math.floor(version / 10_000);
  throw new CommandError(`${name} is PostgreSQL ${major}, and Plumbline needs 14 or newer: upgrade the server first.`);
}

async function readServer(client: pg.Client): Promise<{ version: number; isReplica: boolean }> {
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; isReplica: boolean }>(
      `select current_setting('server_version_num')::integer as version, pg_is_in_recovery() as "isReplica"`,
    );
    return rows[0] ?? { version: 0, isReplica: false };
  } finally {
    await client.end();
  }
}
