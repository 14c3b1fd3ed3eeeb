import type { Actor } from "@/lib/audit/emit";
import { databaseSentence, type Engine, inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { pruneHistory } from "@/lib/findings/prune-history";
import { log } from "@/lib/log";
import { ScanCancelled, ScanTakenOver } from "./scan-end";
import { type ScanLimits, scanLimits } from "./scan-limits";
import { finishScan, takeScan } from "./scan-progress";
import { scanTables } from "./scan-tables";
import { watchScan } from "./watch-scan";

/** Measures everything that is expected, table by table, and says how it went. Never throws: it runs in the background. */
export async function runScan(
  engine: Engine,
  scanId: string,
  actor: Actor,
  limits: Partial<ScanLimits> = {},
): Promise<void> {
  let watch: ReturnType<typeof watchScan> | null = null;
  try {
    // Somebody else has taken it up, or it was cancelled before anybody did.
    if (!(await takeScan(engine.db, scanId))) return;
    watch = watchScan(engine.db, scanId);
    await scanTables(engine, scanId, { ...scanLimits(), ...limits }, watch.signal);
    await thinHistory(engine);
    await finishScan(engine.db, scanId, actor, null);
  } catch (error) {
    await end(engine, scanId, actor, error);
  } finally {
    watch?.stop();
  }
}

// A history that is too long is no reason for a scan to fail.
async function thinHistory({ db }: Engine): Promise<void> {
  await inTransaction(db, { lockTimeoutMs: 1_000, statementTimeoutMs: 60_000 }, pruneHistory).catch((err: unknown) =>
    log.warn({ err }, "the history of findings could not be thinned"),
  );
}

async function end(engine: Engine, scanId: string, actor: Actor, error: unknown): Promise<void> {
  if (error instanceof ScanTakenOver) return;
  if (!(error instanceof ScanCancelled)) log.error({ err: error, scanId }, "a scan failed");
  const sentence = error instanceof AppError ? error.message : databaseSentence(error);
  await finishScan(engine.db, scanId, actor, `The scan stopped. ${sentence}`).catch((failure: unknown) => {
    if (!(failure instanceof ScanTakenOver)) {
      log.error({ err: failure, scanId }, "a scan that had stopped could not be marked as such");
    }
  });
}
