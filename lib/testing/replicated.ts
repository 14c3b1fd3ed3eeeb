import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres, type EmbeddedPostgres } from "@/lib/embedded/boot";
import { choosePlace } from "@/lib/embedded/place";
import { postgresUser } from "@/lib/embedded/system-user";
import { makeDataDirectory, removeDataDirectory } from "./data-directory";
import { otherPostgres } from "./other-postgres";

const password = "only-for-tests";
// Autovacuum is on, and looks every second.
const both = ["fsync=off", "max_connections=60", "autovacuum_naptime=1s"];
// It waits for nobody who reads there, and says every second how far it is.
const impatient = ["max_standby_streaming_delay=0", "wal_receiver_status_interval=1s"];

export interface Replicated {
  /** Of the database `postgres`, as the owner. */
  primaryUrl: string;
  replicaUrl(database: string): string;
  stop(): Promise<void>;
}

/** Boots a PostgreSQL and a streaming replica of it, which is called `replica_1`. */
export async function bootReplicated(): Promise<Replicated> {
  const directories = [await makeDataDirectory(), await makeDataDirectory()] as const;
  const servers: EmbeddedPostgres[] = [];
  const boot = async (dataDir: string, settings: string[]) => {
    const postgres = otherPostgres();
    const server = await bootPostgres({ dataDir, password, postgres, settings, say: () => undefined });
    servers.push(server);
    return server;
  };
  const stop = async () => {
    // The replica first: its primary would wait until it has heard of the end.
    for (const server of servers.toReversed()) await server.stop();
    for (const directory of directories) await removeDataDirectory(directory);
  };
  try {
    const [first, second] = directories;
    // A primary that is stopped may be copied file by file, for which no other program is needed.
    await (await boot(first, both)).stop();
    copyToReplica(first, second);
    const primary = await boot(first, both);
    const from = `host=127.0.0.1 port=${primary.port} user=postgres password=${password} application_name=replica_1`;
    const replica = await boot(second, [...both, ...impatient, `primary_conninfo=${from}`]);
    return {
      primaryUrl: databaseAddress({ port: primary.port, password, database: "postgres" }),
      replicaUrl: (database) => databaseAddress({ port: replica.port, password, database }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function copyToReplica(from: string, to: string): void {
  const [source, copy] = [from, to].map((place) =>
    path.join(choosePlace(place, postgresUser()).directory, "postgres"),
  ) as [string, string];
  execFileSync("cp", ["-a", source, copy]);
  writeFileSync(path.join(copy, "standby.signal"), "");
}
