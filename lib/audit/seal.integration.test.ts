import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit-history/verify-audit";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { emit, system } from "./emit";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

const verify = () => verifyAudit(contextAs("viewer", database));
const writeOne = () => emit(database.db, { action: "scan.start", actor: system, message: "one" });

test("many rows of one statement are links of one chain, beside rows that are none", async () => {
  await writeOne();
  await sql`
    insert into public.error_logs (error_type, details, action)
    select 'ROW', jsonb_build_object('n', n), case when n % 5 > 0 then 'row.delete' end from generate_series(1, 500) as n
  `.execute(database.db);
  await writeOne();
  expect(await verify()).toMatchObject({ checked: 402, brokenAt: null });
});

test("what was rolled back to a savepoint is no link, and the next row follows the one that stayed", async () => {
  await database.pool.query(`
    begin;
    insert into public.error_logs (error_type, action) values ('KEPT', 'row.delete');
    savepoint before;
    insert into public.error_logs (error_type, action) values ('GONE', 'row.delete');
    rollback to before;
    insert into public.error_logs (error_type, action) values ('KEPT', 'row.delete');
    commit`);
  expect(await verify()).toMatchObject({ checked: 2, brokenAt: null });
});

test("a row that would be numbered and not written is refused", async () => {
  const id = "6b47cbac-9009-42e3-9a37-b1106bf0cba0";
  const written = database.pool.query(`
    insert into public.error_logs (id, error_type, action)
    values ('${id}', 'ONE', 'row.delete'), ('${id}', 'TWO', 'row.delete'), (gen_random_uuid(), 'THREE', 'row.delete')
    on conflict (id) do nothing`);
  await expect(written).rejects.toThrow("would leave a gap");
  expect(await verify()).toMatchObject({ checked: 0, brokenAt: null });
});

test("nobody can hand in where the chain goes on", async () => {
  await writeOne();
  const forged = "set_config('plumbline.audit_tip', '41 abc', false)";
  await database.pool.query(
    `select ${forged}; insert into public.error_logs (error_type, action) values ('A', 'row.delete')`,
  );
  expect(await verify()).toMatchObject({ checked: 2, brokenAt: null });
  const within = database.pool.query(`
    insert into public.error_logs (error_type, error_message, action)
    select 'B', case when n = 2 then ${forged} end, 'row.delete' from generate_series(1, 3) as n`);
  await expect(within).rejects.toThrow("would leave a gap");
  expect(await verify()).toMatchObject({ checked: 2, brokenAt: null });
});
