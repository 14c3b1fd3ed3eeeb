import { DatabaseError } from "pg";
import type { Engine } from "@/lib/db";
import type { Planting } from "./corpus";

const uniqueViolation = "23505";

/** Plants the faults, one after the other. */
export async function plant(engine: Engine, plantings: Planting[]): Promise<void> {
  for (const statement of plantings.flatMap(({ statements }) => statements)) {
    try {
      await engine.pool.query(statement);
    } catch (error) {
      // Where values repeat, CREATE UNIQUE INDEX CONCURRENTLY fails and leaves an invalid index behind: that is the fault.
      const leavesIndex = statement.includes("concurrently");
      if (!(leavesIndex && error instanceof DatabaseError && error.code === uniqueViolation)) throw error;
    }
  }
  await engine.pool.query("analyze");
}
