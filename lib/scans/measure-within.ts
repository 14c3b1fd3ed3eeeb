import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { type Engine, isConnectionLost } from "@/lib/db";
import { measureTable } from "@/lib/scan/measure-table";
import type { Measurement } from "@/lib/scan/types";
import { notChecked } from "@/lib/scan/verdicts";
import type { ScanLimits } from "./scan-limits";

interface Within {
  engine: Engine;
  catalog: Catalog;
  table: TableName;
  expectations: Expectation[];
  limits: ScanLimits;
  /** When the time of the whole scan is up, on the clock of `performance`. */
  endsAt: number;
  signal: AbortSignal;
}

const againMs = 500;

/** Measures a table within what is left of the scan's time. A connection that breaks costs this table its answers, and no other. */
export async function measureWithin(within: Within): Promise<Measurement[]> {
  const { engine, catalog, table, expectations, limits, endsAt, signal } = within;
  const leftMs = endsAt - performance.now();
  if (leftMs <= 0)
    return unanswered(within, `The scan's time, ${minutes(limits.budgetMs)}, was used up before this table's turn.`);
  const statementTimeoutMs = Math.min(limits.tableTimeoutMs, leftMs);
  try {
    return await measureTable(engine, catalog, table, expectations, { statementTimeoutMs, signal });
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    await untilBack(within, error);
    return unanswered(within, "The connection to the database was lost while this table was read.");
  }
}

async function untilBack({ engine, limits, signal }: Within, lost: unknown): Promise<void> {
  const endsAt = performance.now() + limits.reconnectMs;
  while (performance.now() < endsAt) {
    signal.throwIfAborted();
    const isBack = await sql`select 1`.execute(engine.db).then(
      () => true,
      () => false,
    );
    if (isBack) return;
    await sleep(againMs);
  }
  throw lost;
}

function unanswered({ expectations }: Within, reason: string): Measurement[] {
  const measuredAt = new Date();
  return expectations.map((expectation) => ({
    expectation,
    ...notChecked(reason),
    fingerprint: null,
    measuredAt,
    durationMs: 0,
  }));
}

function minutes(ms: number): string {
  return ms >= 60_000 ? `${Math.round(ms / 60_000)} min` : `${ms / 1000} s`;
}
