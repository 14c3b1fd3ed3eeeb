import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { confine } from "@/lib/probes/confined";
import { runScenario } from "@/lib/probes/run-scenario";
import type { ProbeStatement, ScenarioResult } from "@/lib/probes/types";
import { actingRoles } from "./acting-roles";

/** Tries statements that an admin wrote, in roles that they may have. */
export async function tryWritten(engine: Engine, written: ProbeStatement[]): Promise<ScenarioResult> {
  const { statements, isConfined } = await actingRoles(engine.db, written);
  return runScenario(engine.pool, statements, isConfined ? { prepare: confine } : {});
}

/** The same for one that is stored: where it may not run any more, it is not checked. */
export async function tryStored(engine: Engine, written: ProbeStatement[]): Promise<ScenarioResult> {
  try {
    return await tryWritten(engine, written);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { status: "not_checked", message: error.message, statements: [], durationMs: 0 };
  }
}
