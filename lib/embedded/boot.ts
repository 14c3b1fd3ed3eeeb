import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { type Binaries, findBinaries } from "./binaries";
import { noDisk, requireDisk, saysNoDisk } from "./disk";
import { EmbeddedError } from "./embedded-error";
import { initialise, plainEnvironment } from "./initialise";
import { clearLeftover } from "./leftover";
import { choosePlace } from "./place";
import { accepts } from "./readiness";
import { stopProcess } from "./stop-process";
import { postgresUser } from "./system-user";

export interface BootOptions {
  dataDir: string;
  password: string;
  say: (line: string) => void;
  /** More settings of the server, as `name=value`. */
  settings?: string[];
  /** Another PostgreSQL than the one from npm. */
  postgres?: PostgresHome;
}

export interface PostgresHome extends Binaries {
  /** What its initdb calls a collation by code point. */
  collation: string[];
}

export interface EmbeddedPostgres {
  port: number;
  /** Ends when the server ends, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const attempts = 5;

// Text sorts by code point on every machine, whatever locales it has.
const byCodePoint = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Boots the PostgreSQL in the data directory on a free loopback port, making it when there is none. */
export async function bootPostgres(options: BootOptions): Promise<EmbeddedPostgres> {
  const { dataDir, password, say } = options;
  const user = postgresUser();
  const place = choosePlace(dataDir, user);
  if (place.moved) say(place.moved);
  const cluster = path.join(place.directory, "postgres");
  const isNew = !existsSync(cluster);
  requireDisk(place.directory, isNew);
  const { initdb, postgres, collation } = options.postgres ?? {
    ...findBinaries(place.directory, user),
    collation: byCodePoint,
  };
  if (isNew) {
    say("Setting up PostgreSQL …");
    await initialise({ initdb, cluster, password, user, collation });
  }
  await clearLeftover(cluster);
  const logFile = path.join(dataDir, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const port = await getPort({ host: "127.0.0.1" });
    const flags = [`port=${port}`, ...serverSettings, ...(options.settings ?? [])].flatMap((setting) => [
      "-c",
      setting,
    ]);
    const log = openSync(logFile, "w", 0o600);
    // A session of its own: Ctrl-C in the terminal must reach Plumbline only, which then stops things in order.
    const child = spawn(postgres, ["-D", cluster, ...flags], {
      ...user,
      env: plainEnvironment,
      detached: true,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const server = watch(child, port);
    if (await isReady(server, password)) return server;
    const said = readFileSync(logFile, "utf8");
    if (attempt < attempts && isPassing(said)) await sleep(200 * attempt);
    else throw failure(said, cluster, logFile);
  }
}

const serverSettings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "timezone=UTC",
  "log_timezone=UTC",
];

function watch(child: ChildProcess, port: number): EmbeddedPostgres {
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const lastResort = () => child.kill("SIGINT");
  process.once("exit", lastResort);
  ended.then(() => process.off("exit", lastResort));
  return { port, ended, stop: () => stopProcess(child, ended) };
}

async function isReady({ port, ended }: EmbeddedPostgres, password: string): Promise<boolean> {
  const stopped = new AbortController();
  const gone = ended.then(() => {
    stopped.abort();
    return false;
  });
  return Promise.race([gone, accepts({ port, password, signal: stopped.signal })]);
}

/** The port was taken in between, or processes of a killed server are still on their way out. */
function isPassing(said: string): boolean {
  return /could not bind|Address already in use|shared memory block .* still in use/.test(said);
}

function failure(said: string, cluster: string, logFile: string): EmbeddedError {
  if (saysNoDisk(said)) return noDisk(cluster);
  if (/database files are incompatible/.test(said)) {
    return new EmbeddedError(
      `The database in ${cluster} was made by another version of PostgreSQL: move it away, or use the version of Plumbline that made it.`,
    );
  }
  const reason = said.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? "it ended without saying why";
  return new EmbeddedError(`The embedded PostgreSQL does not start: ${reason}. Its log is ${logFile}.`);
}
