import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { confine } from "@/lib/probes/confined";
import { runScenario } from "@/lib/probes/run-scenario";
import type { ProbeStatement, ScenarioResult } from "@/lib/probes/types";
import { mustConfine } from "./must-confine";

/** Tries statements that an admin wrote, in roles that they may have. */
export async function tryWritten(engine: Engine, statements: ProbeStatement[]): Promise<ScenarioResult> {
  const options = (await mustConfine(engine.db, statements)) ? { prepare: confine } : {};
  return runScenario(engine.pool, statements, options);
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
