import { sql } from "kysely";
import { createEngine } from "@/lib/db";
import { benchDatabase } from "../dataset";
import { plantedFaults } from "../planted-faults";
import type { BenchServer } from "../server";
import { floorStatements } from "./floor";
import { differences, foundFaults } from "./found-faults";
import { readQuestions } from "./questions";
import { type Report, reportOf } from "./report";
import { runRounds } from "./run-rounds";

export interface BenchScanOptions {
  server: BenchServer;
  size: string;
  /** A hundredth of the rows. */
  unit: number;
  rounds: number;
  say: (line: string) => void;
}

export async function benchScan({ server, size, unit, rounds, say }: BenchScanOptions): Promise<Report> {
  const url = await benchDatabase(server, unit, say);
  // The server of a bench ends at once, and connections may hear of it.
  const engine = createEngine(url, { onIdleError: () => undefined });
  try {
    const measured = await runRounds({ engine, url, rounds, say });
    const asked = await readQuestions(engine);
    const { rows } = await sql<{ server_version: string }>`show server_version`.execute(engine.db);
    return reportOf({
      size,
      rows: unit * 100,
      postgres: rows[0]?.server_version ?? "",
      statements: { floor: floorStatements(asked).length, oneByOne: asked.answered.length },
      rounds: measured,
      differences: differences(plantedFaults(unit), await foundFaults(engine)),
    });
  } finally {
    await engine.close();
  }
}
