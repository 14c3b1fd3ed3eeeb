import type { Kysely } from "kysely";
import type pg from "pg";
import { type Db, fromKysely, PgBoss } from "pg-boss";
import type { Engine } from "@/lib/db";
import { jobsSchema } from "./queues";

// Only `migrate` makes anything in a database, after somebody has seen it.
const options = { schema: jobsSchema, migrate: false, createSchema: false, reindex: false, monitorVacuum: false };

/** pg-boss in somebody's transaction: to send and to schedule, never to work. */
export function bossWithin(trx: Kysely<unknown>): PgBoss {
  return new PgBoss({ ...options, db: fromKysely(trx) });
}

/** pg-boss on the engine's pool, to work with. */
export function bossOn({ pool }: Engine): PgBoss {
  const db: Db = {
    executeSql: async (text, values) => {
      // Several statements in one text give several results, whatever the driver's types say.
      const results: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values);
      return { rows: [results].flat().flatMap(({ rows }) => rows) };
    },
  };
  return new PgBoss({ ...options, db });
}
