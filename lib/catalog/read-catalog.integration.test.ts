import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { presentTables } from "./present-tables";
import { readCatalog } from "./read-catalog";

describe("readCatalog", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create schema auth;
      create table auth.users (id uuid primary key);
      create table "Sales Dept"."Order Heads" (
        "Year" integer, "No" bigint generated always as identity, "Note" varchar(20) default 'x' not null,
        total numeric(12,2), doubled numeric generated always as (total * 2) stored,
        primary key ("No", "Year"), constraint "Only Once" unique ("Year", "Note")
      );
      comment on column "Sales Dept"."Order Heads"."Note" is 'It''s a note.';
      create table "Sales Dept"."Lines" (
        id integer, "Head No" bigint, "Head Year" integer
      );
      alter table "Sales Dept"."Lines" add constraint "To Head"
        foreign key ("Head Year", "Head No") references "Sales Dept"."Order Heads" ("Year", "No")
        match full on delete set null on update cascade not valid;
      create unique index "Odd Index" on "Sales Dept"."Lines" ("Head No", lower(id::text)) include ("Head Year") where id > 0;
      create table parted (id integer not null, at date not null, owner uuid references auth.users on delete cascade, primary key (id, at))
        partition by range (at);
      create table parted_2024 partition of parted for values from ('2024-01-01') to ('2025-01-01');
      create function touch() returns trigger language plpgsql as 'begin return new; end';
      create trigger "Touch It" before update on parted for each row execute function touch();
      alter table parted enable row level security;
      create view seen as select 1;
      create temporary table passing_by (id integer);
    `);
  });
  afterAll(() => database.drop());

  it("knows the business tables and nothing else; partitions are part of their table", async () => {
    const { tables } = await readCatalog(database.db);
    expect(tables.map(({ schema, name, kind }) => [schema, name, kind])).toEqual([
      ["Sales Dept", "Lines", "table"],
      ["Sales Dept", "Order Heads", "table"],
      ["public", "parted", "partitioned"],
    ]);
  });

  it("reads columns as they were declared", async () => {
    const heads = (await readCatalog(database.db)).find({ schema: "Sales Dept", name: "Order Heads" });
    const plain = { nullable: true, default: null, identity: null, generated: false, comment: null };
    expect(heads?.columns).toEqual([
      { ...plain, name: "Year", type: "integer", nullable: false },
      { ...plain, name: "No", type: "bigint", nullable: false, identity: "always" },
      {
        ...plain,
        name: "Note",
        type: "character varying(20)",
        nullable: false,
        default: "'x'::character varying",
        comment: "It's a note.",
      },
      { ...plain, name: "total", type: "numeric(12,2)" },
      { ...plain, name: "doubled", type: "numeric", generated: true },
    ]);
    expect(heads?.primaryKey).toEqual({ name: "Order Heads_pkey", kind: "primary", columns: ["No", "Year"] });
    expect(heads?.uniqueKeys).toEqual([{ name: "Only Once", kind: "unique", columns: ["Year", "Note"] }]);
  });

  it("reads foreign keys with their pairs in order, from both ends", async () => {
    const catalog = await readCatalog(database.db);
    const found = catalog.referencing({ schema: "Sales Dept", name: "Order Heads" });
    expect(found.map(({ table, foreignKey }) => [table.name, foreignKey])).toEqual([
      [
        "Lines",
        {
          name: "To Head",
          columns: ["Head Year", "Head No"],
          parent: { schema: "Sales Dept", name: "Order Heads" },
          parentColumns: ["Year", "No"],
          onDelete: "set null",
          onUpdate: "cascade",
          match: "full",
          validated: false,
          triggersEnabled: true,
        },
      ],
    ]);
    expect(catalog.find({ schema: "public", name: "parted" })?.foreignKeys).toMatchObject([
      { columns: ["owner"], parent: { schema: "auth", name: "users" }, onDelete: "cascade", validated: true },
    ]);
  });

  it("finds who refers to a table from every schema, and by keys of partitions alone", async () => {
    const referencing = async (schema: string, name: string) =>
      (await readCatalog(database.db)).referencing({ schema, name }).map(({ table }) => [table.schema, table.name]);
    await run(`
      create table auth.tokens (id integer, at date, foreign key (id, at) references parted);
      create table "Parts" (part integer, year integer) partition by list (year);
      create table "Parts 1" partition of "Parts" for values in (1);
      alter table parted_2024 add unique (id);
      alter table "Parts 1" add foreign key (part) references parted_2024 (id)`);
    expect(await referencing("public", "parted")).toEqual([
      ["auth", "tokens"],
      ["public", "Parts"],
    ]);
    expect(await referencing("auth", "users")).toEqual([["public", "parted"]]);
    await run('drop table auth.tokens, "Parts"');
  });

  it("reads indexes and triggers", async () => {
    const catalog = await readCatalog(database.db);
    expect(catalog.find({ schema: "Sales Dept", name: "Lines" })?.indexes).toMatchObject([
      {
        name: "Odd Index",
        columns: ["Head No", null],
        unique: true,
        valid: true,
        partial: true,
        notNullOf: null,
        method: "btree",
        included: ["Head Year"],
        scans: 0,
        constraint: null,
      },
    ]);
    const parted = catalog.find({ schema: "public", name: "parted" });
    expect(parted?.triggers).toMatchObject([{ name: "Touch It", enabled: true }]);
    expect(parted).toMatchObject({ rowLevelSecurity: true, readable: true });
  });

  it("sees a trigger and a rule that only one partition has", async () => {
    const parted = async () => (await readCatalog(database.db)).find({ schema: "public", name: "parted" });
    expect((await parted())?.rewritten).toBe(false);
    await run(`
      create trigger alone before delete on parted_2024 for each row execute function touch();
      create rule keep as on delete to parted_2024 do instead nothing`);
    expect((await parted())?.triggers.map(({ name }) => name)).toEqual(["Touch It", "alone"]);
    expect((await parted())?.rewritten).toBe(true);
    await run("drop trigger alone on parted_2024; drop rule keep on parted_2024");
  });

  it("sees that a trigger of a foreign key is disabled, on a partition too", async () => {
    const enabled = async () =>
      (await readCatalog(database.db)).find({ schema: "public", name: "parted" })?.foreignKeys[0]?.triggersEnabled;
    expect(await enabled()).toBe(true);
    await run("alter table parted_2024 disable trigger all");
    expect(await enabled()).toBe(false);
    await run("alter table parted_2024 enable trigger all");
    expect(await enabled()).toBe(true);
  });

  it("says which tables its role may not read, instead of failing", async () => {
    const role = sql.id(`blind_${process.pid}`);
    const readable = await database.db.connection().execute(async (db) => {
      await sql`create role ${role}`.execute(db);
      await sql`set role ${role}`.execute(db);
      const { tables } = await readCatalog(db);
      await sql`reset role`.execute(db);
      await sql`drop role ${role}`.execute(db);
      return tables.map((table) => table.readable);
    });
    expect(readable).toEqual([false, false, false]);
  });

  it("waits for nobody who has a table locked", async () => {
    const holder = await database.pool.connect();
    await holder.query(
      `begin; lock table "Sales Dept"."Lines", "Sales Dept"."Order Heads", parted in access exclusive mode`,
    );
    const { tables } = await readCatalog(database.db);
    await holder.query("rollback");
    holder.release();
    expect(tables).toHaveLength(3);
  });

  it("knows names of every shape as they are", async () => {
    const identifier = fc
      .string({ unit: "binary", minLength: 1, maxLength: 63 })
      .filter((name) => name.isWellFormed() && !name.includes("\0") && Buffer.byteLength(name) <= 63);
    await fc.assert(
      fc.asyncProperty(
        identifier,
        fc.uniqueArray(identifier, { minLength: 2, maxLength: 3 }),
        async (name, columns) => {
          const id = sql.id("Sales Dept", name);
          const fields = columns.map((column) => sql`${sql.id(column)} integer`);
          fc.pre(!["Lines", "Order Heads", "Odd Index"].includes(name));
          await sql`create table ${id} (${sql.join(fields)}, primary key (${sql.join(columns.map((column) => sql.id(column)))}))`.execute(
            database.db,
          );
          try {
            const table = (await readCatalog(database.db)).find({ schema: "Sales Dept", name });
            expect(table?.columns.map((column) => column.name)).toEqual(columns);
            expect(table?.primaryKey?.columns).toEqual(columns);
            expect(table?.indexes.map((index) => index.columns)).toEqual([columns]);
            const isPresent = await presentTables(database.db, [{ schema: "Sales Dept", name }]);
            expect(isPresent({ schema: "Sales Dept", name })).toBe(true);
            expect(isPresent({ schema: "public", name })).toBe(false);
          } finally {
            await sql`drop table ${id}`.execute(database.db);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
