import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres } from "@/lib/embedded/boot";
import { makeDataDirectory, removeDataDirectory } from "./data-directory";
import { otherPostgres } from "./other-postgres";

const password = "only-for-tests";

// Nothing here outlives the run, so nothing has to reach the disk.
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=200",
  "shared_buffers=256MB",
  "max_wal_size=4GB",
];

export interface TestServer {
  /** Of the database `postgres`, as its owner. */
  url: string;
  stop(): Promise<void>;
}

/** Boots a private PostgreSQL in a temporary directory, the way the product boots its own. */
export async function bootTestServer(): Promise<TestServer> {
  const dataDir = await makeDataDirectory();
  try {
    const server = await bootPostgres({
      dataDir,
      password,
      settings,
      postgres: otherPostgres(),
      say: (line) => process.stderr.write(`${line}\n`),
    });
    const stop = async () => {
      await server.stop();
      await removeDataDirectory(dataDir);
    };
    return { url: databaseAddress({ port: server.port, password, database: "postgres" }), stop };
  } catch (error) {
    await removeDataDirectory(dataDir);
    throw error;
  }
}
