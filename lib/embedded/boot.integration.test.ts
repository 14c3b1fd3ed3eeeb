import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { databaseAddress } from "./address";
import { bootPostgres, type EmbeddedPostgres } from "./boot";
import { choosePlace } from "./place";
import { isAlive } from "./process-identity";
import { postgresUser } from "./system-user";

const password = "a password of the test";
let dataDir: string;

beforeEach(async () => {
  dataDir = await makeDataDirectory();
});

afterEach(() => removeDataDirectory(dataDir));

const boot = () => bootPostgres({ dataDir, password, say: () => undefined });

async function query<T>({ port }: EmbeddedPostgres, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseAddress({ port, password, database: "postgres" }) });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows as T[];
}

function pidOf(): number {
  const { directory } = choosePlace(dataDir, postgresUser());
  return Number.parseInt(readFileSync(path.join(directory, "postgres", "postmaster.pid"), "utf8"), 10);
}

it("listens on the loopback address only, asks for the password, and sorts by code point", async () => {
  const server = await boot();
  const rows = await query(
    server,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
       current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       array(select * from unnest(array['b', 'a', 'É', 'B']) as t(v) order by v) as sorted, lower('É') as lower`,
  );
  expect(rows).toEqual([
    { addresses: "127.0.0.1", sockets: "", encoding: "UTF8", fsync: "on", sorted: ["B", "a", "b", "É"], lower: "é" },
  ]);
  const stranger = new pg.Client({
    connectionString: databaseAddress({ port: server.port, password: "no", database: "postgres" }),
  });
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

it("keeps data when it is stopped, and leaves no process", async () => {
  const first = await boot();
  await query(first, "create table kept as select 42 as answer");
  const pid = pidOf();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  const second = await boot();
  expect(await query(second, "table kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

it("keeps committed data when PostgreSQL is killed", async () => {
  const first = await boot();
  await query(first, "create table kept as select 42 as answer");
  process.kill(pidOf(), "SIGKILL");
  await first.ended;
  const second = await boot();
  expect(await query(second, "table kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

it("stops the PostgreSQL that a killed server left running, and starts its own", async () => {
  const orphan = await boot();
  await query(orphan, "create table kept as select 42 as answer");
  const orphanPid = pidOf();
  const server = await boot();
  await orphan.ended;
  expect(pidOf()).not.toBe(orphanPid);
  expect(await query(server, "table kept")).toEqual([{ answer: 42 }]);
  await server.stop();
});

it("stopping one that has already ended returns at once", async () => {
  const server = await boot();
  process.kill(pidOf(), "SIGINT");
  await server.ended;
  await server.stop();
});
