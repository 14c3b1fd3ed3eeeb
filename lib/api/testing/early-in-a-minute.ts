import { type Kysely, sql } from "kysely";
import { vi } from "vitest";

/** Calls are counted by the minute of the database's clock, which must not end in the middle of a test. */
export async function earlyInAMinute(db: Kysely<unknown>): Promise<void> {
  const isEarly = async () => {
    const { rows } = await sql<{ is_early: boolean }>`
      select extract(second from clock_timestamp()) < 54 as is_early
    `.execute(db);
    return rows[0]?.is_early ?? false;
  };
  await vi.waitUntil(isEarly, { timeout: 20_000, interval: 100 });
}
