import { createEngine } from "@/lib/db";
import { onConnection } from "@/lib/testing/admin";
import { benchDatabase } from "../dataset";
import { forgetScans, scanOnce } from "../scan/scan-once";
import type { BenchServer } from "../server";
import { type Report, reportOf } from "./report";
import { runRound } from "./run-round";

export interface BenchRepairOptions {
  server: BenchServer;
  size: string;
  /** A hundredth of the rows. */
  unit: number;
  rounds: number;
  /** For how long the writers are measured with nothing beside them. */
  idleMs: number;
  say: (line: string) => void;
}

export async function benchRepair({ server, size, unit, rounds, idleMs, say }: BenchRepairOptions): Promise<Report> {
  const url = await benchDatabase(server, unit, say);
  await scan(url);
  const measured = [];
  for (let nth = 1; nth <= rounds; nth++) {
    const round = await runRound(server, url, idleMs);
    measured.push(round);
    say(`Round ${nth}: ${JSON.stringify(round)}`);
  }
  const postgres = await onConnection(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  });
  return reportOf({
    size,
    messages: unit * 50,
    orphans: measured[0]?.plainDelete.changed ?? 0,
    postgres,
    rounds: measured,
  });
}

/** What is repaired are the findings of a scan. */
async function scan(url: string): Promise<void> {
  const engine = createEngine(url, { onIdleError: () => undefined });
  try {
    await forgetScans(engine);
    await scanOnce(engine);
  } finally {
    await engine.close();
  }
}
