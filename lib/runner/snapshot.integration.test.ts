import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asRole } from "@/lib/runs/testing/as-role";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { inSnapshot } from "./snapshot";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create table authors (id integer primary key)`.execute(database.db);
});
afterAll(() => database.drop());

test("a policy that would hide rows is an error, never a wrong number", async () => {
  await asRole(database, async (engine, role) => {
    await sql`grant select on authors to ${sql.id(role)}`.execute(database.db);
    await sql`alter table authors enable row level security`.execute(database.db);
    const hidden = inSnapshot(engine.db, (trx) => sql`select from authors`.execute(trx));
    await expect(hidden).rejects.toThrow("Row-level security hides rows");
  });
});

test("nothing can be written", async () => {
  const written = inSnapshot(database.db, (trx) => sql`insert into authors values (1)`.execute(trx));
  await expect(written).rejects.toMatchObject({ code: "25006" });
});
