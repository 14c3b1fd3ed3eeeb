import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { escapeIdentifier } from "pg";
import type { Engine } from "@/lib/db";
import type { Ground } from "./ground";
import { rowsNow } from "./ledger";
import { patiently } from "./patience";
import type { Scenario } from "./scenario";
import { writtenTable } from "./written-table";

/** A scenario's tables, made and faulty. */
export interface Site {
  scenario: Scenario;
  schema: string;
  /** Every row that was there, as its image. */
  before: string[];
}

/** Lends a site of its own, and removes it afterwards. */
export async function onSite<T>({ engine }: Ground, scenario: Scenario, work: (site: Site) => Promise<T>): Promise<T> {
  const schema = `site_${randomBytes(4).toString("hex")}`;
  await patiently(() => build(engine, schema, scenario));
  const before = await patiently(() => rowsNow(engine, schema));
  const result = await work({ scenario, schema, before });
  await patiently(() => sql`drop schema ${sql.id(schema)} cascade`.execute(engine.db));
  return result;
}

async function build({ pool, db }: Engine, schema: string, scenario: Scenario): Promise<void> {
  await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(`create schema ${escapeIdentifier(schema)}`);
    await client.query("select set_config('search_path', $1, true)", [schema]);
    await client.query(scenario.sql);
    await client.query(`create table ${writtenTable} (before text, after text)`);
    await client.query("commit");
  } finally {
    client.release(true);
  }
}
