import { mkdirSync } from "node:fs";
import type { Config } from "@/lib/config";
import { databaseName, type EmbeddedServer, hasDatabase, makeDemoDatabase, onDatabase } from "@/lib/demo/demo-database";
import { databaseAddress } from "@/lib/embedded/address";
import { bootPostgres } from "@/lib/embedded/boot";
import { claimRun, type Run, readRun, releaseRun, updateRun } from "@/lib/embedded/run-file";
import { ensureSecrets, type Secrets } from "@/lib/embedded/secrets";
import { applyMigrations, MigrationError } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import type { OpenDatabase } from "./opened";

export interface EmbeddedOptions {
  config: Config;
  root: string;
  role: Run["role"];
  /** False for a command that replaces the database, in whatever state it is. */
  isPrepared?: boolean;
  say: (line: string) => void;
}

/** The embedded PostgreSQL, made ready: booted, or the one that a running server has already booted. */
export async function openEmbedded({
  config,
  root,
  role,
  isPrepared = true,
  say,
}: EmbeddedOptions): Promise<OpenDatabase> {
  const { dataDir } = config;
  const running = role === "command" ? readRun(dataDir) : null;
  if (running?.role === "server" && running.postgresPort !== null) {
    const secrets = ensureSecrets(dataDir);
    const server = { port: running.postgresPort, password: secrets.postgresPassword };
    return opened(config, secrets, server, { ended: null, close: async () => undefined });
  }
  mkdirSync(dataDir, { recursive: true });
  claimRun(dataDir, role);
  try {
    const secrets = ensureSecrets(dataDir, config.demoPassword);
    const postgres = await bootPostgres({ dataDir, password: secrets.postgresPassword, say });
    const close = async () => {
      await postgres.stop();
      releaseRun(dataDir);
    };
    try {
      const server = { port: postgres.port, password: secrets.postgresPassword };
      if (isPrepared) await prepare({ root, secrets, server, say });
      updateRun(dataDir, { postgresPort: postgres.port });
      return opened(config, secrets, server, { ended: postgres.ended, close });
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    releaseRun(dataDir);
    throw error;
  }
}

interface PrepareOptions {
  root: string;
  secrets: Secrets;
  server: EmbeddedServer;
  say: (line: string) => void;
}

async function prepare({ root, secrets, server, say }: PrepareOptions): Promise<void> {
  if (!(await hasDatabase(server))) {
    say("Loading the demo database …");
    const { secret, demoPassword } = secrets;
    await makeDemoDatabase({ server, root, secret, demoPassword });
    return;
  }
  const applied = await onDatabase(databaseAddress({ ...server, database: databaseName }), async (client) =>
    applyMigrations(client, await requiredMigrations("embedded", root)),
  ).catch(addWayOut);
  for (const { version, name } of applied) say(`Applied migration ${version} ${name}`);
}

function addWayOut(error: unknown): never {
  if (!(error instanceof MigrationError)) throw error;
  throw new MigrationError(`${error.message} Or throw the embedded database away with \`npm run demo:reset\`.`);
}

function opened(
  config: Config,
  secrets: Secrets,
  server: EmbeddedServer,
  { ended, close }: Pick<OpenDatabase, "ended" | "close">,
): OpenDatabase {
  const databaseUrl = databaseAddress({ ...server, database: databaseName });
  return {
    config: { ...config, databaseUrl, secret: config.secret ?? secrets.secret },
    embedded: { server, secrets },
    ended,
    close,
  };
}
