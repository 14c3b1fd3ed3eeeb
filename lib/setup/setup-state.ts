import { getConfig, type Mode } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { log } from "@/lib/log";
import { type Comparison, compareMigrations } from "@/lib/migrations/compare";
import { readLedger } from "@/lib/migrations/ledger";
import { requiredMigrations } from "@/lib/migrations/required";

/** What is still missing before people can work. `ready` is final for this process, everything else is asked again. */
export interface SetupState {
  status: "ready" | "unreachable" | "absent" | "older" | "newer" | "changed" | "no_operator";
  mode: Mode;
}

// Next bundles this module more than once in a process; the symbol makes them share what was found.
const slot = Symbol.for("plumbline.setup");
const shared = globalThis as { [slot]?: SetupState };

export async function setupState(): Promise<SetupState> {
  if (shared[slot]) return shared[slot];
  const { mode } = getConfig();
  try {
    const state: SetupState = { status: await findStatus(mode), mode };
    if (state.status === "ready") shared[slot] = state;
    return state;
  } catch (error) {
    log.error({ err: error }, "the database could not be asked for its state");
    return { status: "unreachable", mode };
  }
}

async function findStatus(mode: Mode): Promise<SetupState["status"]> {
  const { pool } = getEngine();
  const comparison = compareMigrations(await requiredMigrations(mode, process.cwd()), await readLedger(pool));
  const obstacle = obstacleIn(comparison);
  if (obstacle) return obstacle;
  const operators = await pool.query("select from plumbline.operators where disabled_at is null limit 1");
  return operators.rowCount === 0 ? "no_operator" : "ready";
}

function obstacleIn({ status, changed }: Comparison): "absent" | "older" | "newer" | "changed" | null {
  if (status !== "current") return status;
  return changed.length > 0 ? "changed" : null;
}
