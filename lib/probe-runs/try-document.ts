import { presentTables } from "@/lib/catalog/present-tables";
import type { Engine } from "@/lib/db";
import type { ProbeCode } from "@/lib/probes/codes";
import { probes } from "@/lib/probes/registry";
import { runScenario } from "@/lib/probes/run-scenario";
import type { ScenarioResult } from "@/lib/probes/types";

/** Tries a documented probe; where one of its tables is not there, it says so and nothing is sent. */
export async function tryDocument(engine: Engine, code: ProbeCode): Promise<ScenarioResult> {
  const probe = probes[code];
  const isPresent = await presentTables(engine.db, probe.tables);
  const absent = probe.tables.filter((table) => !isPresent(table)).map(({ schema, name }) => `${schema}.${name}`);
  if (absent.length === 0) return runScenario(engine.pool, probe.scenario());
  const message = `There is no table ${absent.join(" and no table ")} in the connected database.`;
  return { status: "not_checked", message, statements: [], durationMs: 0 };
}
