import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Context } from "@/lib/auth/context";
import { getScan } from "@/lib/scans/get-scan";
import { startScan } from "@/lib/scans/start-scan";

interface Failing {
  id: string;
  check: string;
  table: string;
  count: number;
}

/** What a scan that begins now finds failing, advice included. The server's worker runs it. */
export async function scanned(ctx: Context): Promise<Failing[]> {
  for (;;) {
    const asked = Date.now();
    const { id } = await startScan(ctx);
    let scan = await getScan(ctx, id);
    while (scan.status === "running") {
      await sleep(200);
      scan = await getScan(ctx, id);
    }
    if (scan.status !== "succeeded") throw new Error(`The scan ${scan.status}: ${scan.error}`);
    // One that was under way already may have read a table before the last writes.
    if (Date.parse(scan.startedAt) >= asked) break;
  }
  const { rows } = await sql<Failing>`
    select id, check_code as check, schema_name || '.' || table_name as table, count::double precision
    from plumbline.findings
    where status = 'failing'
  `.execute(ctx.engine.db);
  return rows;
}

/** What fails and did not, or fails for more rows than before, in sentences. */
export function newFindings(before: Failing[], after: Failing[]): string[] {
  const known = new Map(before.map(({ id, count }) => [id, count]));
  return after
    .filter(({ id, count }) => count > (known.get(id) ?? 0))
    .map(({ id, check, table, count }) => `${check} on ${table}: ${known.get(id) ?? 0} before, ${count} after.`);
}
