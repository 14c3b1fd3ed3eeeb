import { mkdirSync } from "node:fs";
import { type Config, setConfig } from "@/lib/config";
import { ensureSecrets } from "@/lib/embedded/secrets";
import { checkDatabase } from "./check-database";
import { type EmbeddedOptions, openEmbedded } from "./open-embedded";
import type { OpenDatabase } from "./opened";

/** The database of whichever mode, ready to be connected to, and known to this process from now on. */
export async function openDatabase(options: EmbeddedOptions): Promise<OpenDatabase> {
  const database = options.config.mode === "embedded" ? await openEmbedded(options) : await openGiven(options.config);
  setConfig(database.config);
  process.env.PLUMBLINE_ENGINE_URL = database.config.databaseUrl ?? undefined;
  return database;
}

async function openGiven(config: Config): Promise<OpenDatabase> {
  if (!config.databaseUrl) throw new Error("A given database has an address.");
  await checkDatabase(config.databaseUrl);
  const secret = config.supabase ? null : (config.secret ?? keepSecret(config.dataDir));
  return { config: { ...config, secret }, embedded: null, ended: null, close: async () => undefined };
}

function keepSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return ensureSecrets(dataDir).secret;
}
