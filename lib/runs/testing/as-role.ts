import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { createEngine, type Engine } from "@/lib/db";
import type { TestDatabase } from "@/lib/testing";

/** For tests: works on the database as a role that may use the schema `public` and read what Plumbline keeps, and removes it again. */
export async function asRole<T>(
  database: TestDatabase,
  work: (engine: Engine, role: string) => Promise<T>,
): Promise<T> {
  const role = `plumbline_test_${randomBytes(6).toString("hex")}`;
  await sql`create role ${sql.id(role)}`.execute(database.db);
  await sql`grant usage on schema public to ${sql.id(role)}`.execute(database.db);
  const { rows } = await sql`select where to_regnamespace('plumbline') is not null`.execute(database.db);
  if (rows.length > 0) {
    await sql`grant usage on schema plumbline to ${sql.id(role)}`.execute(database.db);
    await sql`grant select on all tables in schema plumbline to ${sql.id(role)}`.execute(database.db);
  }
  const url = new URL(database.url);
  url.searchParams.set("options", `-c role=${role}`);
  const engine = createEngine(url.href);
  try {
    return await work(engine, role);
  } finally {
    await engine.close();
    await sql`drop owned by ${sql.id(role)}`.execute(database.db);
    await sql`drop role ${sql.id(role)}`.execute(database.db);
  }
}
