import { type RawBuilder, sql } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { type Engine, inTransaction } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { storeMeasurements } from "@/lib/findings/store-measurements";
import { keepUnchanged } from "@/lib/findings/unchanged-findings";
import { dropRejectedSince } from "@/lib/references/drop-rejected";
import { byTable } from "@/lib/scan/measure";
import { measureTable } from "@/lib/scan/measure-table";
import type { Measurement } from "@/lib/scan/types";
import { judge } from "@/lib/scan/verdicts";
import { inParallel } from "./in-parallel";
import { measureWithin } from "./measure-within";
import { openReader } from "./replica";
import type { ScanLimits } from "./scan-limits";
import { brief, progress } from "./scan-progress";
import { readToScan } from "./unchanged";

/** Measures what is expected of every table: what the catalogue or the last scan answers at once, then the tables that must be read. */
export async function scanTables(
  engine: Engine,
  scanId: string,
  limits: ScanLimits,
  signal: AbortSignal,
): Promise<void> {
  const endsAt = performance.now() + limits.budgetMs;
  const { catalog, expectations, unchanged } = await readToScan(engine, signal);
  const kept = new Set(unchanged);
  const asked = expectations.filter((expectation) => !kept.has(expectation) && "check" in judge(expectation, catalog));
  const open = new Set(asked);
  const settled = expectations.filter((expectation) => !open.has(expectation) && !kept.has(expectation));
  const tables = largestFirst(byTable(asked), catalog);
  const total = byTable(expectations).length;
  await storeSettled(engine, scanId, catalog, settled, unchanged);
  await progress(engine.db, scanId, sql`tables_total = ${total}, tables_done = ${total - tables.length}`);

  if (tables.length > 0) {
    const reader = await openReader(engine, signal);
    const within = { engine: reader.engine, catalog, limits, endsAt };
    await readTables(engine, scanId, tables, limits.concurrency, signal, async (table, ofTable, stop) => {
      const measurements = await measureWithin({ ...within, table, expectations: ofTable, signal: stop });
      return reader.isInStep ? measurements : measurements.map((measured) => ({ ...measured, fingerprint: null }));
    }).finally(reader.close);
  }
  await forgetOthers(engine, scanId, expectations);
  await inTransaction(engine.db, brief, (trx) => dropRejectedSince(trx, scanId));
}

/** So that no lane has the longest way before it when the others are done. */
function largestFirst(tables: [TableName, Expectation[]][], catalog: Catalog): [TableName, Expectation[]][] {
  const rows = ([name]: [TableName, Expectation[]]) => catalog.find(name)?.rowEstimate ?? 0;
  return tables.toSorted((one, other) => rows(other) - rows(one));
}

type ReadTable = (table: TableName, expectations: Expectation[], signal: AbortSignal) => Promise<Measurement[]>;

async function readTables(
  engine: Engine,
  scanId: string,
  tables: [TableName, Expectation[]][],
  concurrency: number,
  signal: AbortSignal,
  read: ReadTable,
): Promise<void> {
  const underWay = new Set<string>();
  await inParallel(concurrency, tables, signal, async ([table, ofTable], stop) => {
    const label = `${table.schema}.${table.name}`;
    underWay.add(label);
    await progress(engine.db, scanId, namesOf(underWay));
    const measurements = await read(table, ofTable, stop);
    underWay.delete(label);
    await inTransaction(engine.db, brief, async (trx) => {
      await storeMeasurements(trx, measurements, scanId);
      await progress(trx, scanId, sql`tables_done = s.tables_done + 1, ${namesOf(underWay)}`);
    });
  });
}

function namesOf(underWay: Set<string>): RawBuilder<unknown> {
  return sql`current_table = ${[...underWay].join(", ") || null}`;
}

const atOnce = 1_000;

async function storeSettled(
  engine: Engine,
  scanId: string,
  catalog: Catalog,
  settled: Expectation[],
  unchanged: Expectation[],
): Promise<void> {
  const measured: Measurement[] = [];
  // Nothing is asked of the rows, so nothing is read.
  for (const [table, ofTable] of byTable(settled)) {
    measured.push(...(await measureTable(engine, catalog, table, ofTable)));
  }
  await inTransaction(engine.db, brief, async (trx) => {
    await keepUnchanged(trx, unchanged.map(idOf), scanId);
    for (let at = 0; at < measured.length; at += atOnce) {
      await storeMeasurements(trx, measured.slice(at, at + atOnce), scanId);
    }
  });
}

/** Findings of what is gone are no findings; those that were measured meanwhile are somebody else's. */
async function forgetOthers(engine: Engine, scanId: string, expectations: Expectation[]): Promise<void> {
  await sql`
    delete from plumbline.findings
    where id <> all (${expectations.map(idOf)}::text[])
      and measured_at < (select started_at from plumbline.scans where id = ${scanId})
  `.execute(engine.db);
}

function idOf({ check, target }: Expectation): string {
  return findingId(check, target);
}
