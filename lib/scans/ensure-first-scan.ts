import { sql } from "kysely";
import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { beginScan } from "./begin-scan";
import { runScan } from "./run-scan";
import { readScan } from "./scan-row";

/** Scans a database that was never scanned, so that the first person sees numbers. Ends when the scan does. */
export async function ensureFirstScan(engine: Engine): Promise<void> {
  if (await readScan(engine.db, sql`s.status in ('running', 'succeeded')`)) return;
  const { scan, isNew } = await beginScan(engine.db, system);
  if (isNew) await runScan(engine, scan.id, system);
}
