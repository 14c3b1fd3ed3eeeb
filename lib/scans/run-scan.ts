import { type Kysely, sql } from "kysely";
import { type Actor, emit } from "@/lib/audit/emit";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { databaseSentence, type Engine, inTransaction } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { storeMeasurements } from "@/lib/findings/store-measurements";
import { log } from "@/lib/log";
import { byTable } from "@/lib/scan/measure";
import { measureTable } from "@/lib/scan/measure-table";
import { expectationsOf } from "./expectations";

const heartbeatMs = 10_000;
const brief = { lockTimeoutMs: 5_000, statementTimeoutMs: 30_000 };

/** Somebody took this scan for dead and ended it. */
class ScanTakenOver extends Error {
  override name = "ScanTakenOver";
}

/** Measures everything that is expected, table by table, and says how it went. Never throws: it runs in the background. */
export async function runScan(engine: Engine, scanId: string, actor: Actor): Promise<void> {
  const beat = setInterval(() => {
    touch(engine.db, scanId).catch((error: unknown) =>
      log.warn({ err: error, scanId }, "a scan could not say that it is alive"),
    );
  }, heartbeatMs);
  beat.unref();
  try {
    await measureAll(engine, scanId);
    await finish(engine.db, scanId, actor, null);
  } catch (error) {
    if (error instanceof ScanTakenOver) return;
    log.error({ err: error, scanId }, "a scan failed");
    await finish(engine.db, scanId, actor, `The scan stopped. ${databaseSentence(error)}`).catch((failure: unknown) =>
      log.error({ err: failure, scanId }, "a failed scan could not be marked as failed"),
    );
  } finally {
    clearInterval(beat);
  }
}

async function measureAll(engine: Engine, scanId: string): Promise<void> {
  const catalog = await readCatalog(engine.db);
  const expectations = expectationsOf(catalog);
  const tables = byTable(expectations);
  await progress(engine.db, scanId, sql`tables_total = ${tables.length}`);
  for (const [table, ofTable] of tables) {
    await progress(engine.db, scanId, sql`current_table = ${`${table.schema}.${table.name}`}`);
    const measurements = await measureTable(engine, catalog, table, ofTable);
    await inTransaction(engine.db, brief, async (trx) => {
      await storeMeasurements(trx, measurements, scanId);
      await progress(trx, scanId, sql`tables_done = tables_done + 1`);
    });
  }
  const known = expectations.map(({ check, target }) => findingId(check, target));
  await sql`
    delete from plumbline.findings
    where id <> all (${known}::text[])
      and measured_at < (select started_at from plumbline.scans where id = ${scanId})
  `.execute(engine.db);
}

async function finish(db: Kysely<unknown>, scanId: string, actor: Actor, error: string | null): Promise<void> {
  await inTransaction(db, brief, async (trx) => {
    const { rows } = await sql<{ tables: number; failing: string; notChecked: string }>`
      update plumbline.scans as s
      set status = ${error === null ? "succeeded" : "failed"}, error = ${error}, current_table = null, heartbeat_at = now(), finished_at = now()
      where s.id = ${scanId} and s.status = 'running'
      returning
        s.tables_done as tables,
        (select count(*) from plumbline.findings where status = 'failing') as failing,
        (select count(*) from plumbline.findings where status = 'not_checked') as "notChecked"
    `.execute(trx);
    const [scan] = rows;
    if (!scan) throw new ScanTakenOver();
    const done = {
      scan: scanId,
      tables: scan.tables,
      failing: Number(scan.failing),
      notChecked: Number(scan.notChecked),
    };
    await emit(
      trx,
      error === null
        ? {
            action: "scan.finish",
            actor,
            message: `A scan of ${done.tables} tables found ${done.failing} faults.`,
            details: done,
          }
        : { action: "scan.fail", actor, severity: "error", message: error, details: done },
    );
  });
}

async function progress(db: Kysely<unknown>, scanId: string, change: ReturnType<typeof sql>): Promise<void> {
  const { numAffectedRows } = await sql`
    update plumbline.scans set ${change}, heartbeat_at = now() where id = ${scanId} and status = 'running'
  `.execute(db);
  if (numAffectedRows === 0n) throw new ScanTakenOver();
}

async function touch(db: Kysely<unknown>, scanId: string): Promise<void> {
  await sql`update plumbline.scans set heartbeat_at = now() where id = ${scanId} and status = 'running'`.execute(db);
}
