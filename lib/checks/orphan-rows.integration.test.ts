import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { orphanRows } from "./orphan-rows";
import type { ReferenceTarget } from "./target";

const lines = { schema: "Sales Dept", name: 'Order "Lines"' };
const orders = { schema: "Sales Dept", name: "Order Heads" };
const target: ReferenceTarget = {
  kind: "reference",
  table: lines,
  columns: ["YEAR", "order no"],
  parent: orders,
  parentColumns: ["Year", "No"],
  onDelete: "no action",
};

describe("orphan_rows", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of: ReferenceTarget = target) => tryCheck(database, "orphan_rows", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Order Heads" ("Year" integer not null, "No" bigint not null, note text);
      create table "Sales Dept"."Order ""Lines""" (
        "Line $1" integer primary key, "YEAR" smallint, "order no" integer, "loose" text
      );
      insert into "Sales Dept"."Order Heads" values (2024, 1), (2024, 1), (2024, 2), (2025, 1);
      insert into "Sales Dept"."Order ""Lines""" values (1, 2024, 1), (2, 2024, 2), (3, 2025, 1);
    `);
  });
  afterAll(() => database.drop());

  it("passes when every row has its parent, though a parent occurs twice", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not count a row that names no parent: one NULL in the key is enough", async () => {
    await run(`insert into "Sales Dept"."Order ""Lines""" values (10, null, 99), (11, 1999, null), (12, null, null)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("does not count a row that says by its default that it has no parent, unless a foreign key forbids that", async () => {
    await run(`create table "Sales Dept"."Owners" (id integer primary key);
      create table "Sales Dept"."Things" (id integer primary key, head integer not null default 0);
      insert into "Sales Dept"."Things" values (1, 0), (2, 7), (3, default)`);
    const table = { schema: "Sales Dept", name: "Things" };
    const parent = { schema: "Sales Dept", name: "Owners" };
    const thing: ReferenceTarget = { ...target, table, columns: ["head"], parent, parentColumns: ["id"] };
    expect((await look(thing)).sample.map(({ id }) => id)).toEqual(["2"]);
    await run(`alter table "Sales Dept"."Things" add foreign key (head) references "Sales Dept"."Owners" not valid`);
    expect(await look(thing)).toMatchObject({ count: 3 });
    await run(`drop table "Sales Dept"."Things", "Sales Dept"."Owners"`);
  });

  it("counts the rows whose parent is gone, and shows them with their keys", async () => {
    await run(`insert into "Sales Dept"."Order ""Lines""" values (20, 2025, 2, 'x'), (21, 1999, 1, null)`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 2, how: "exact" });
    expect(found.sample).toEqual([
      { "Line $1": "20", YEAR: "2025", "order no": "2", loose: "x" },
      { "Line $1": "21", YEAR: "1999", "order no": "1", loose: null },
    ]);
  });

  it("gives a foreign key that was not validated as a target, and counts what it let through", async () => {
    await run(`
      delete from "Sales Dept"."Order Heads" where ctid = (select min(ctid) from "Sales Dept"."Order Heads");
      alter table "Sales Dept"."Order Heads" add unique ("No", "Year");
      alter table "Sales Dept"."Order ""Lines""" add constraint "To Head"
        foreign key ("YEAR", "order no") references "Sales Dept"."Order Heads" ("Year", "No") not valid`);
    const [declared] = orphanRows.targets(await readCatalog(database.db));
    expect(declared).toMatchObject({ ...target, constraint: "To Head" });
    expect(await look(declared)).toMatchObject({ status: "failing", count: 2 });
  });

  it("is proved by the foreign key once the rows are mended and it is validated", async () => {
    await run(`delete from "Sales Dept"."Order ""Lines""" where "Line $1" in (20, 21);
      alter table "Sales Dept"."Order ""Lines""" validate constraint "To Head"`);
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "proved" });
  });

  it.each(['"Sales Dept"."Order ""Lines"""', '"Sales Dept"."Order Heads"'])(
    "does not believe a valid foreign key while triggers of %s are disabled",
    async (side) => {
      await run(`alter table ${side} disable trigger all`);
      expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
      await run(`alter table ${side} enable trigger all`);
      expect(await look()).toMatchObject({ how: "proved" });
    },
  );

  it("finds the orphan that a disabled trigger let in under a valid foreign key", async () => {
    await run(`alter table "Sales Dept"."Order Heads" disable trigger all;
      delete from "Sales Dept"."Order Heads" where "Year" = 2025;
      alter table "Sales Dept"."Order Heads" enable trigger all;
      alter table "Sales Dept"."Order ""Lines""" disable trigger all`);
    expect(await look()).toMatchObject({ status: "failing", count: 1 });
  });

  it("compares a domain as what it is made of", async () => {
    await run(`create domain "Sales Dept"."Order No" as bigint check (value > 0);
      create table "Sales Dept"."Notes" (id integer primary key, "Of" "Sales Dept"."Order No");
      insert into "Sales Dept"."Notes" values (1, 1), (2, 77)`);
    const notes = { schema: "Sales Dept", name: "Notes" };
    const found = await look({ ...target, table: notes, columns: ["Of"], parentColumns: ["No"] });
    expect(found).toMatchObject({ status: "failing", count: 1 });
  });

  it("says why where the types do not compare, and where the parent is not there", async () => {
    const text = { ...target, columns: ["loose"], parentColumns: ["No"] };
    expect(await look(text)).toMatchObject({ status: "not_checked", count: null });
    expect((await look(text)).reason).toContain("does not compare");
    const gone = await look({ ...target, parent: { schema: "Sales Dept", name: "Gone" } });
    expect(gone).toMatchObject({
      status: "not_checked",
      count: null,
      reason: expect.stringContaining("Sales Dept.Gone"),
    });
  });

  it("believes a foreign key to an account, and looks at the accounts while nothing proves it", async () => {
    await run(`create schema auth; create table auth.users (id uuid primary key); create table auth.sessions (id uuid primary key);
      create table public.profiles (id uuid primary key constraint whose references auth.users)`);
    const account: ReferenceTarget = {
      kind: "reference",
      table: { schema: "public", name: "profiles" },
      columns: ["id"],
      parent: { schema: "auth", name: "users" },
      parentColumns: ["id"],
      onDelete: "no action",
    };
    expect(await look(account)).toMatchObject({ status: "passing", how: "proved" });
    await run(`alter table public.profiles drop constraint whose;
      insert into public.profiles values (gen_random_uuid());
      alter table public.profiles add constraint whose foreign key (id) references auth.users not valid`);
    expect(await look(account)).toMatchObject({ status: "failing", count: 1 });
    const session = { ...account, parent: { schema: "auth", name: "sessions" } };
    expect(await look(session)).toMatchObject({ status: "not_checked", count: null });
  });
});
