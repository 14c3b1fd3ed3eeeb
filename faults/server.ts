import { readFileSync } from "node:fs";
import path from "node:path";
import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres } from "@/lib/embedded/boot";
import { choosePlace } from "@/lib/embedded/place";
import { postgresUser } from "@/lib/embedded/system-user";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { otherPostgres } from "@/lib/testing/other-postgres";
import { type CuttingProxy, openProxy } from "./proxy";

const password = "only-for-faults";

const settings = [
  "max_connections=120",
  // Before it recovers it has the whole file system written, not one file after the other.
  ...(process.platform === "linux" ? ["recovery_init_sync_method=syncfs"] : []),
];

export interface KillableServer {
  proxy: CuttingProxy;
  /** Stays the same while the server is killed and started. */
  address(database: string, application: string): string;
  /** Kills every process of the server at once, then starts it again on the data that are there. */
  killAndStart(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of our own that writes to the disk as one in use does. */
export async function bootKillable(): Promise<KillableServer> {
  const dataDir = await makeDataDirectory();
  const postgres = otherPostgres();
  const boot = () => bootPostgres({ dataDir, password, postgres, settings, say: () => undefined });
  let server = await boot();
  const proxy = await openProxy(() => server.port);
  return {
    proxy,
    address: (database, application) =>
      `${databaseAddress({ port: proxy.port, password, database })}?application_name=${application}`,
    killAndStart: async () => {
      kill(dataDir);
      await server.ended;
      server = await boot();
    },
    stop: async () => {
      await proxy.close();
      await server.stop();
      await removeDataDirectory(dataDir);
    },
  };
}

function kill(dataDir: string): void {
  const { directory } = choosePlace(dataDir, postgresUser());
  const postmaster = Number.parseInt(readFileSync(path.join(directory, "postgres", "postmaster.pid"), "utf8"), 10);
  // The first, so that it cannot put its children in order any more.
  process.kill(postmaster, "SIGSTOP");
  for (const pid of [...childrenOf(postmaster), postmaster]) process.kill(pid, "SIGKILL");
}

function childrenOf(pid: number): number[] {
  if (process.platform !== "linux") return [];
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return list
    .split(" ")
    .filter((text) => text.trim() !== "")
    .map(Number);
}
