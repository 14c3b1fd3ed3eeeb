import { sql } from "kysely";
import { inForce } from "@/lib/catalog/infer/in-force";
import { inferReferences } from "@/lib/catalog/infer/infer-references";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { fileExpectations } from "@/lib/custom-checks/custom-expectations";
import type { Engine } from "@/lib/db";
import { byTable } from "@/lib/scan/measure";
import type { Measurement } from "@/lib/scan/types";
import { expectationsOf } from "@/lib/scans/expectations";
import { inParallel } from "@/lib/scans/in-parallel";
import { measureWithin } from "@/lib/scans/measure-within";
import type { ScanLimits } from "@/lib/scans/scan-limits";
import { oneLine } from "../one-line";
import { CommandError } from "../sentence";

export interface Measured {
  database: string;
  startedAt: Date;
  durationMs: number;
  catalog: Catalog;
  measurements: Measurement[];
}

export interface MeasureDatabaseOptions {
  /** Only these; all of them where there is none. */
  schemas: string[];
  checks: string[];
  /** Left out, whatever else is asked for. */
  skipped: string[];
  limits: ScanLimits;
  signal: AbortSignal;
  /** Where the project's own checks are kept. */
  root: string;
  onTable?: (table: TableName, done: number, total: number) => void;
}

/** Looking for references that nothing declares may not eat up the time for what is there. */
const inferenceShare = 0.1;

/** Measures a database that Plumbline may know nothing of and writes nothing to it: what the console would find, asked once. */
export async function measureDatabase(engine: Engine, options: MeasureDatabaseOptions): Promise<Measured> {
  const { limits, signal } = options;
  const startedAt = new Date();
  const started = performance.now();
  const endsAt = started + limits.budgetMs;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(engine.db);
  const declared = await readCatalog(engine.db);
  refuseUnknownSchemas(declared, options.schemas);
  const { candidates } = await inferReferences(engine.db, declared, {
    signal,
    budgetMs: limits.budgetMs * inferenceShare,
  });
  const catalog = { ...declared, ...inForce(candidates) };
  const all = [...expectationsOf(catalog), ...(await fileExpectations(engine, catalog, options.root))];
  const tables = byTable(all.filter((expectation) => isWanted(options, expectation)));
  const measurements: Measurement[] = [];
  let done = 0;
  await inParallel(limits.concurrency, tables, signal, async ([table, expectations], stop) => {
    options.onTable?.(table, done, tables.length);
    measurements.push(...(await measureWithin({ engine, catalog, table, expectations, limits, endsAt, signal: stop })));
    done += 1;
  });
  const durationMs = performance.now() - started;
  return { database: rows[0]?.name ?? "", startedAt, durationMs, catalog, measurements };
}

// A file that says no check may have been meant for any schema, so choosing schemas does not silence it.
function isWanted({ schemas, checks, skipped }: MeasureDatabaseOptions, { check, target }: Expectation): boolean {
  const isBroken = "fault" in target && target.fault !== undefined;
  const isOfSchema = schemas.length === 0 || schemas.includes(target.table.schema) || isBroken;
  return isOfSchema && !skipped.includes(check) && (checks.length === 0 || checks.includes(check));
}

// A name that is mistyped would otherwise find nothing, and nothing looks like success.
function refuseUnknownSchemas({ tables, views }: Catalog, schemas: string[]): void {
  const known = new Set([...tables, ...views].map(({ schema }) => schema));
  const unknown = schemas.find((schema) => !known.has(schema));
  if (unknown === undefined) return;
  const list = known.size === 0 ? "there is none" : `there are ${[...known].toSorted().map(oneLine).join(", ")}`;
  throw new CommandError(`Plumbline sees no table in a schema ${unknown}; of schemas with tables ${list}.`);
}
