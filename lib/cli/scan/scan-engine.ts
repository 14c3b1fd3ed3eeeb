import { checkDatabaseUrl, connectionSentence, parseConfig } from "@/lib/config";
import { createEngine, type Engine } from "@/lib/db";
import type { ScanLimits } from "@/lib/scans/scan-limits";
import { refuseOld } from "../check-database";
import { CommandError } from "../sentence";
import { withDatabase } from "../with-database";

/** Connects to the database that was given, or to Plumbline's own, for the time of one scan. */
export async function withScanEngine(
  databaseUrl: string | null,
  scan: (engine: Engine, limits: ScanLimits) => Promise<void>,
): Promise<void> {
  refuseNothing(databaseUrl);
  const root = process.cwd();
  const config = parseConfig(databaseUrl === null ? process.env : { ...process.env, DATABASE_URL: databaseUrl }, root);
  const limits = { ...config.scan, reconnectMs: 5_000 };
  if (config.databaseUrl === null) return withDatabase(({ engine }) => scan(engine, limits));
  const engine = createEngine(config.databaseUrl, { onIdleError: () => undefined });
  try {
    await refuseUnusable(engine, config.databaseUrl, databaseUrl === null ? "DATABASE_URL" : "--database-url");
    await scan(engine, limits);
  } finally {
    await engine.close();
  }
}

// A secret that is not set comes as nothing: the demo is then not what anybody meant.
function refuseNothing(databaseUrl: string | null): void {
  if (databaseUrl !== null) {
    if (databaseUrl.trim() === "") {
      throw new CommandError("--database-url is empty: give the address of the database, or leave the option out.");
    }
    checkDatabaseUrl(databaseUrl, "--database-url");
    return;
  }
  const isCI = !["", "0", "false"].includes((process.env.CI ?? "").toLowerCase());
  if (isCI && !process.env.DATABASE_URL?.trim()) {
    throw new CommandError(
      "DATABASE_URL is empty or not set: in CI, where the variable CI is set, give the address of the database to scan.",
    );
  }
}

// A replica will do: nothing is written.
async function refuseUnusable({ pool }: Engine, url: string, name: string): Promise<void> {
  const { rows } = await pool
    .query<{ version: number }>("select current_setting('server_version_num')::integer as version")
    .catch((cause: unknown) => {
      throw new CommandError(connectionSentence(cause, url).replaceAll("DATABASE_URL", name), { cause });
    });
  refuseOld(rows[0]?.version ?? 0, name);
}
