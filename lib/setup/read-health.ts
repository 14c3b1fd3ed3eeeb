import { setTimeout as sleep } from "node:timers/promises";
import { getEngine } from "@/lib/db";
import { log } from "@/lib/log";

export interface Health {
  status: "ok" | "unavailable";
  /** The last migration of the database; null when it was never migrated or cannot be asked. */
  schema: string | null;
}

const patienceMs = 3000;

/** One cheap query, given up after three seconds. */
export async function readHealth(): Promise<Health> {
  try {
    const schema = await Promise.race([readSchemaVersion(), sleep(patienceMs).then(giveUp)]);
    return { status: "ok", schema };
  } catch (error) {
    log.warn({ err: error }, "the database does not answer the health check");
    return { status: "unavailable", schema: null };
  }
}

async function readSchemaVersion(): Promise<string | null> {
  const { pool } = getEngine();
  const found = await pool.query<{ exists: boolean }>(
    "select to_regclass('plumbline.schema_migrations') is not null as exists",
  );
  if (!found.rows[0]?.exists) return null;
  const last = await pool.query<{ version: string | null }>(
    "select max(version) as version from plumbline.schema_migrations where version ~ '^[0-9]+$'",
  );
  return last.rows[0]?.version ?? null;
}

function giveUp(): never {
  throw new Error(`No answer within ${patienceMs} ms`);
}
