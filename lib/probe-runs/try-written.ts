import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { confine, confineSuperuser } from "@/lib/probes/confined";
import { runScenario } from "@/lib/probes/run-scenario";
import type { ProbeStatement, ScenarioResult } from "@/lib/probes/types";
import { type Power, powerOver } from "./power-over";

const preparations: Record<Power, Parameters<typeof runScenario>[2]> = {
  none: {},
  replication: { prepare: confine },
  superuser: { prepare: confineSuperuser },
};

/** Tries statements that an admin wrote, in roles that they may have. */
export async function tryWritten(engine: Engine, statements: ProbeStatement[]): Promise<ScenarioResult> {
  const power = await powerOver(engine.db, statements);
  return runScenario(engine.pool, statements, preparations[power]);
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
