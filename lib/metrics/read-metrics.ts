import type { Engine } from "@/lib/db";
import { askDatabase } from "./ask-database";
import { databaseMetrics } from "./database-metrics";
import { processMetrics } from "./process-metrics";

/** Everything that a monitor asks for, as text. */
export async function readMetrics(engine: Engine): Promise<string> {
  const counts = await askDatabase(engine);
  const { registry, connections } = processMetrics();
  for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries({
    engine: engine.pool,
    runs: engine.runPool,
  })) {
    connections.set({ pool, state: "used" }, totalCount - idleCount);
    connections.set({ pool, state: "idle" }, idleCount);
    connections.set({ pool, state: "waiting" }, waitingCount);
  }
  const own = await registry.metrics();
  return own.replace(/# EOF\n$/, "") + (await databaseMetrics(counts).metrics());
}
