import { sql } from "kysely";
import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { readScan } from "@/lib/scans/scan-row";

/** A scan from its begin to its end, as a worker runs it. Gives the seconds. */
export async function scanOnce(engine: Engine): Promise<number> {
  const started = performance.now();
  const { scan } = await beginScan(engine.db, system);
  await runScan(engine, scan.id, system);
  const seconds = (performance.now() - started) / 1000;
  const ended = await readScan(engine.db, sql`s.id = ${scan.id}`);
  if (ended?.status !== "succeeded") throw new Error(ended?.error ?? "The scan did not succeed.");
  return seconds;
}

/** So that the next scan finds nothing that it may leave alone. */
export async function forgetScans(engine: Engine): Promise<void> {
  await sql`truncate plumbline.findings, plumbline.reference_suggestions cascade`.execute(engine.db);
}
