import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { reportedWrite } from "@/lib/testing/reported-write";
import { serverVersion } from "@/lib/testing/server-version";
import { readCatalog } from "./read-catalog";

describe("what the catalogue knows of a table beside its columns and keys", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const catalog = () => readCatalog(database.db);
  const find = async (name: string, schema = "public") => (await catalog()).find({ schema, name });

  let isInvoker: boolean;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    // Before PostgreSQL 15 every view reads with the rights of its owner.
    isInvoker = (await serverVersion()) >= 150_000;
    await run(`
      do $$
      declare
        wanted text;
      begin
        foreach wanted in array array['anon', 'authenticated'] loop
          begin
            execute format('create role %I', wanted);
          exception when duplicate_object or unique_violation then null;
          end;
        end loop;
      end
      $$;
      create schema "Sales Dept";
      create sequence "Sales Dept"."Odd Numbers" increment 2 maxvalue 99 cycle;
      create table "Sales Dept"."Lines" (
        "Id" bigint generated always as identity, serial serial, odd smallint default nextval('"Sales Dept"."Odd Numbers"'),
        plain integer, constraint "Is Positive" check (odd > 0)
      );
      create sequence "Sales Dept".unused owned by "Sales Dept"."Lines".plain;
      create table notes (id integer primary key, body text, author text, constraint differ check (body <> author));
      create view "Of Notes" as select notes.* from notes join "Sales Dept"."Lines" as l on l.plain = notes.id;
      create view careful ${isInvoker ? "with (security_invoker = true)" : ""} as select 1 as one;
      create materialized view kept as select * from notes;
      alter table notes enable row level security;
      create policy "Own Notes" on notes as restrictive for update to authenticated using (true);
      create policy everything on notes using (true);
      revoke all on notes, "Of Notes", careful, kept from anon, authenticated;
      grant usage on schema public, "Sales Dept" to anon, authenticated;
      grant select on notes to anon;
      grant insert on notes to authenticated;
      grant select on "Of Notes" to anon;
      grant all on "Sales Dept"."Lines" to anon;
    `);
  });
  afterAll(() => database.drop());

  it("reads sequences by the columns that they feed or only belong to", async () => {
    await run(`insert into "Sales Dept"."Lines" (plain) values (1), (2)`);
    const lines = await find("Lines", "Sales Dept");
    const sequence = { schema: "Sales Dept", feeds: true, increment: 1, minValue: "1", cycles: false, readable: true };
    expect(lines?.sequences).toEqual([
      { ...sequence, name: "Lines_Id_seq", column: "Id", lastValue: "2", maxValue: "9223372036854775807" },
      { ...sequence, name: "Lines_serial_seq", column: "serial", lastValue: "2", maxValue: "2147483647" },
      { ...sequence, name: "Odd Numbers", column: "odd", lastValue: "3", maxValue: "99", increment: 2, cycles: true },
      {
        ...sequence,
        name: "unused",
        column: "plain",
        feeds: false,
        lastValue: null,
        maxValue: "9223372036854775807",
      },
    ]);
  });

  it("waits for nobody who has a sequence, an index or a view locked, and takes no lock that holds up writers", async () => {
    await run("create table other (id serial primary key); insert into other default values");
    const holder = await database.pool.connect();
    await holder.query(
      `begin; drop sequence "Sales Dept"."Odd Numbers" cascade; reindex index notes_pkey; drop view careful`,
    );
    const meanwhile = await catalog();
    await holder.query("rollback");
    holder.release();
    const lines = meanwhile.find({ schema: "Sales Dept", name: "Lines" });
    expect(lines?.sequences?.[2]).toMatchObject({ name: "Odd Numbers", lastValue: null, readable: false });
    expect(meanwhile.find({ schema: "public", name: "other" })?.sequences?.[0]).toMatchObject({ lastValue: "1" });

    const modes = await database.db.transaction().execute(async (trx) => {
      await readCatalog(trx);
      const { rows } = await database.pool.query<{ mode: string }>(
        "select distinct mode from pg_locks where database = (select oid from pg_database where datname = current_database()) and locktype = 'relation'",
      );
      return rows.map(({ mode }) => mode);
    });
    expect(modes).toEqual(["AccessShareLock"]);
    await run("drop table other");
  });

  it("tells indexes that do the same from those that only look alike", async () => {
    await run(`
      create index one on notes (lower(body), author) where author > '';
      create index      two on notes      (lower(body), author) where author > '';
      create index three on notes (lower(body), author desc) where author > '';
      create index four on notes (lower(body), author) where author > 'a';
    `);
    const indexes = (await find("notes"))?.indexes ?? [];
    const signature = (wanted: string) => indexes.find(({ name }) => name === wanted)?.signature;
    expect(signature("two")).toBe(signature("one"));
    expect(new Set(["one", "three", "four", "notes_pkey"].map(signature)).size).toBe(4);
    expect(indexes.find(({ name }) => name === "three")?.ordering).toHaveLength(2);
  });

  it("reads CHECK constraints, and what they say where rows may break them", async () => {
    await run(`alter table notes add constraint later check (body <> '') not valid`);
    expect((await find("notes"))?.checkConstraints).toEqual([
      { name: "differ", columns: ["body", "author"], expression: null, validated: true },
      { name: "later", columns: ["body"], expression: "(body <> ''::text)", validated: false },
    ]);
  });

  it("reads policies and who reaches a table or a view through the API", async () => {
    expect(await find("notes")).toMatchObject({
      rowLevelSecurity: true,
      exposedTo: ["anon", "authenticated"],
      policies: [
        { name: "Own Notes", command: "update", permissive: false, roles: ["authenticated"] },
        { name: "everything", command: "all", permissive: true, roles: ["public"] },
      ],
    });
    expect(await find("Lines", "Sales Dept")).toMatchObject({ exposedTo: ["anon"], policies: [] });
    expect((await catalog()).views).toEqual([
      {
        schema: "public",
        name: "Of Notes",
        materialized: false,
        securityInvoker: false,
        readable: true,
        exposedTo: ["anon"],
        reads: [
          { schema: "Sales Dept", name: "Lines" },
          { schema: "public", name: "notes" },
        ],
      },
      {
        schema: "public",
        name: "careful",
        materialized: false,
        securityInvoker: isInvoker,
        readable: true,
        exposedTo: [],
        reads: [],
      },
      {
        schema: "public",
        name: "kept",
        materialized: true,
        securityInvoker: false,
        readable: true,
        exposedTo: [],
        reads: [{ schema: "public", name: "notes" }],
      },
    ]);
  });

  it("sees whether anything was written since, truncated or rewritten too", async () => {
    await run("create table watched (id integer)");
    if ((await serverVersion()) < 150_000) {
      expect((await find("watched"))?.writes).toBeNull();
      return;
    }
    const seen = new Set<string | null | undefined>();
    for (const statement of [
      "select 1",
      "insert into watched values (1), (2)",
      "update watched set id = 3",
      "delete from watched",
      "truncate watched",
      "alter table watched alter id type bigint",
    ]) {
      await reportedWrite(database, statement);
      const before = seen.size;
      await expect
        .poll(async () => seen.add((await find("watched"))?.writes).size, { message: statement })
        .toBe(before + 1);
    }
    const last = (await find("watched"))?.writes;
    await run("select * from watched; analyze watched");
    expect((await find("watched"))?.writes).toBe(last);
  });
});
