import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres } from "@/lib/embedded/boot";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";

const password = "only-for-benches";

// Enough memory that everything is warm; nothing that happens by itself while something is measured. All else is as
// PostgreSQL is delivered.
const settings = ["shared_buffers=2GB", "autovacuum=off", "fsync=off", "max_wal_size=8GB"];

export interface BenchServer {
  address(database: string): string;
  /** A server that is stopped loses its data; one that was given keeps them for the next time. */
  stop(): Promise<void>;
}

export async function bootServer(): Promise<BenchServer> {
  const dataDir = await makeDataDirectory();
  try {
    const server = await bootPostgres({ dataDir, password, settings, say: () => undefined });
    return {
      address: (database) => databaseAddress({ port: server.port, password, database }),
      stop: async () => {
        await server.stop();
        await removeDataDirectory(dataDir);
      },
    };
  } catch (error) {
    await removeDataDirectory(dataDir);
    throw error;
  }
}

export function givenServer(url: string): BenchServer {
  const address = (database: string) => {
    const given = new URL(url);
    given.pathname = `/${database}`;
    return given.href;
  };
  return { address, stop: async () => undefined };
}
