import { sql } from "kysely";
import type pg from "pg";
import { expect, vi } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import type { TestDatabase } from "@/lib/testing";

const gate = 4711;
const [plain] = referenceSchemas;
if (!plain) throw new Error("There is no schema to repair");
const { target, create } = plain;

export const notes: { check: "orphan_rows"; target: ReferenceTarget } = { check: "orphan_rows", target };

export interface Gate {
  close(): Promise<unknown>;
  open(): Promise<unknown>;
  /** The backend that stands at the gate, in the middle of the change. */
  waiting(): Promise<number>;
  keeper: pg.PoolClient;
}

/**
 * For tests: notes of which some are orphans, four and as many more as asked for, and a gate: whoever changes or deletes
 * one waits there. Its before-images are written by then, and nothing is committed.
 */
export async function gatedNotes(database: TestDatabase, more = 0): Promise<Gate> {
  const { db } = database;
  await create(db);
  await sql`insert into notes (author_id, written_at) select 1000 + n, now() from generate_series(1, ${more}::integer) as n`.execute(
    db,
  );
  await sql`create function wait_at_gate() returns trigger language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(4711); return case tg_op when ''DELETE'' then old else new end; end'`.execute(
    db,
  );
  await sql`create trigger gate before update or delete on notes for each row execute function wait_at_gate()`.execute(
    db,
  );
  const keeper = await database.pool.connect();
  const waiting = () =>
    vi.waitFor(
      async () => {
        const { rows } = await keeper.query<{ pid: number }>(
          "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and query ~ '(update|delete from) \"public\".\"notes\"'",
        );
        expect(rows).toHaveLength(1);
        return rows[0]?.pid ?? 0;
      },
      { timeout: 15_000, interval: 10 },
    );
  return {
    close: () => keeper.query(`select pg_advisory_lock(${gate})`),
    open: () => keeper.query(`select pg_advisory_unlock(${gate})`),
    waiting,
    keeper,
  };
}
