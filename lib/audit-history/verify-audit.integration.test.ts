import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emit, system } from "@/lib/audit/emit";
import { createEngine, type Engine } from "@/lib/db";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { verifyAudit } from "./verify-audit";

let database: TestDatabase;
let engine: Engine;

beforeEach(async () => {
  database = await createTestDatabase();
  engine = createEngine(database.url);
  for (const message of ["one", "two", "three"]) {
    await emit(engine.db, { action: "scan.start", actor: system, message });
  }
});

afterEach(async () => {
  await engine.close();
  await database.drop();
});

const verify = () => verifyAudit(contextAs("viewer", engine));

/** What somebody with the owner's password can do: switch the triggers off, change history, switch them on again. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await sql`alter table public.error_logs disable trigger user`.execute(engine.db);
  await statement.execute(engine.db);
  await sql`alter table public.error_logs enable trigger user`.execute(engine.db);
}

test("an untouched history verifies, whichever zone the reader is in", async () => {
  const name = new URL(database.url).pathname.slice(1);
  await sql`alter database ${sql.id(name)} set timezone = 'Asia/Kolkata'`.execute(engine.db);
  await engine.close();
  engine = createEngine(database.url);
  expect(await verify()).toMatchObject({ checked: 3, brokenAt: null });
});

test.each([
  ["update", sql`update public.error_logs set error_message = 'never'`],
  ["delete", sql`delete from public.error_logs`],
  ["truncate", sql`truncate public.error_logs`],
])("the database itself refuses to %s the history", async (_verb, statement) => {
  await expect(statement.execute(engine.db)).rejects.toThrow("append-only");
});

test("an edited entry is found", async () => {
  await tamper(sql`update public.error_logs set error_message = 'nothing happened' where audit_seq = 2`);
  expect((await verify()).brokenAt).toEqual({ seq: 2, what: "It was edited." });
});

test("a removed entry is found at the one after it", async () => {
  await tamper(sql`delete from public.error_logs where audit_seq = 2`);
  expect((await verify()).brokenAt).toEqual({ seq: 3, what: "An entry before it is missing." });
});

test("an entry that was edited and sealed again breaks the next one", async () => {
  await tamper(sql`update public.error_logs set error_message = 'nothing happened' where audit_seq = 2`);
  await tamper(
    sql`update public.error_logs as entry set row_hash = plumbline.error_log_hash(entry) where entry.audit_seq = 2`,
  );
  expect((await verify()).brokenAt).toEqual({ seq: 3, what: "It does not follow the entry before it." });
});

test("writers at the same time make one chain without gaps", async () => {
  const events = Array.from({ length: 40 }, (_, n) => ({
    action: "scan.start" as const,
    actor: system,
    message: `${n}`,
  }));
  await Promise.all(events.map((event) => emit(engine.db, event)));
  expect(await verify()).toMatchObject({ checked: 43, brokenAt: null });
});
