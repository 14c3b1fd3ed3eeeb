import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine } from "@/lib/db";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { emit, system } from "./emit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("an event says who, what and where, and is part of the caller's transaction", async () => {
  const event = {
    action: "run.start",
    actor: system,
    message: "Begun",
    table: { schema: "public", name: "orders" },
  } as const;
  const failed = database.db.transaction().execute(async (trx) => {
    await emit(trx, event);
    throw new Error("the change failed");
  });
  await expect(failed).rejects.toThrow("the change failed");
  await emit(database.db, { ...event, details: { why: "test" } });
  const { rows } = await sql`
    select error_type, error_message, severity, action, actor, schema_name, table_name, details, audit_seq from public.error_logs
  `.execute(database.db);
  expect(rows).toEqual([
    {
      error_type: "RUN_START",
      error_message: "Begun",
      severity: "info",
      action: "run.start",
      actor: "plumbline",
      schema_name: "public",
      table_name: "orders",
      details: { why: "test" },
      audit_seq: "1",
    },
  ]);
});

test("sealing a row does not read the whole history, however short it was when the session began", async () => {
  await sql`analyze public.error_logs`.execute(database.db);
  const session = createEngine(database.url);
  const { rows } = await session.db.transaction().execute(async (trx) => {
    await sql`insert into public.error_logs (error_type) select 'MANY' from generate_series(1, 50)`.execute(trx);
    return sql<{ scans: string }>`
      select seq_scan as scans from pg_stat_xact_user_tables where relname = 'error_logs'
    `.execute(trx);
  });
  await session.close();
  expect(rows).toEqual([{ scans: "0" }]);
});
