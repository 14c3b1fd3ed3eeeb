import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres } from "@/lib/embedded/boot";
import { clearLeftover } from "@/lib/embedded/leftover";
import { choosePlace } from "@/lib/embedded/place";
import { isAlive } from "@/lib/embedded/process-identity";
import { postgresUser } from "@/lib/embedded/system-user";

const prefix = "plumbline-test-";
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
  await sweep();
  const dataDir = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  const said: string[] = [];
  const server = await bootPostgres({ dataDir, password, settings, say: (line) => said.push(line) }).catch(
    async (error: unknown) => {
      await remove(dataDir);
      throw new Error(`The tests' PostgreSQL does not start. ${said.join(" ")}`, { cause: error });
    },
  );
  const stop = async () => {
    await server.stop();
    await remove(dataDir);
  };
  return { url: databaseAddress({ port: server.port, password, database: "postgres" }), stop };
}

/** A run that was killed could clean nothing: the next one does. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.match(new RegExp(`^${prefix}(\\d+)-`))?.[1];
    if (pid && !isAlive(Number(pid))) await remove(path.join(tmpdir(), name));
  }
}

async function remove(dataDir: string): Promise<void> {
  const { directory } = choosePlace(dataDir, postgresUser());
  await clearLeftover(path.join(directory, "postgres"));
  for (const place of new Set([directory, dataDir])) rmSync(place, { recursive: true, force: true });
}
