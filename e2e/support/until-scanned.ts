import { sql } from "kysely";
import { createEngine } from "@/lib/db";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { readScan } from "@/lib/scans/scan-row";
import { environment } from "./environment";
import { until } from "./safety/until";

/** Waits for the first scan of the product's database, and makes it where the server has not begun it yet. */
export async function untilScanned(): Promise<void> {
  const engine = createEngine(environment.engineUrl.get());
  try {
    await ensureFirstScan(engine);
    await until(async () => (await readScan(engine.db, sql`s.status = 'succeeded'`)) !== null, 60_000);
  } finally {
    await engine.close();
  }
}
