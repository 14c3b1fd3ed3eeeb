import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("non_canonical_text", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = () => catalogFailures(database, "non_canonical_text");

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Products" ("The Code" varchar(20) primary key, note text);
      create table people (id integer primary key, "E-Mail" text, email text, typed_email text);
      insert into "Sales Dept"."Products" values ('AB-1'), ('AB-2'), ('two words');
      insert into people values (1, 'viv@example.test', null, ' Anna@Example.test ');
    `);
  });
  afterAll(() => database.drop());

  it("passes where every value is as it is looked up", async () => {
    const found = await catalogVerdicts(database, "non_canonical_text");
    expect(found.map(({ label, status, how }) => [label, status, how])).toEqual([
      ["Sales Dept.Products (The Code)", "passing", "exact"],
      ["public.people (E-Mail)", "passing", "exact"],
      ["public.people (email)", "passing", "exact"],
    ]);
  });

  it("does not report what is empty, plain text, units, tokens, capitals of a code, what is no address, or was typed into another record", async () => {
    await run(`
      insert into "Sales Dept"."Products" values ('cd-3', ' padded '), ('m', null), ('M', null), ('mW', null), ('MW', null), ('', null);
      insert into people values (2, '', '  '), (3, 'N/A', E'\\u00a0');
      create table sessions (access_token text primary key, label char(10) unique);
      insert into sessions values ('aBcDeF', 'a'), ('AbCdEf', 'b');
    `);
    expect(await failing()).toEqual([]);
  });

  it("leaves to the parent what a foreign key proves, and asks it of what one does not", async () => {
    await run(`
      create table stock (code varchar(20) references "Sales Dept"."Products");
      create table prices (code varchar(20));
      alter table prices add foreign key (code) references "Sales Dept"."Products" not valid;
    `);
    const asked = (await catalogVerdicts(database, "non_canonical_text")).map(({ label }) => label);
    expect(asked).toContain("public.prices (code)");
    expect(asked).not.toContain("public.stock (code)");
  });

  it("counts padded values, addresses in capitals and keys that differ in nothing else", async () => {
    await run(`
      insert into "Sales Dept"."Products" ("The Code") values (' EF-4'), (E'GH-5\\t'), (E'IJ-6\\u00a0'), ('ab-1'), ('XY 9'), ('Xy 9');
      insert into people values (10, 'Ben@Example.test', 'carl@example.test '), (11, E'dora@example.test\\n', null);
    `);
    expect(await failing()).toEqual([
      ["Sales Dept.Products (The Code)", 7],
      ["public.people (E-Mail)", 2],
      ["public.people (email)", 1],
    ]);
    const [products, people] = await catalogVerdicts(database, "non_canonical_text");
    expect(products?.sample.map((row) => row["The Code"])).toContain("AB-1");
    expect(products?.message).toBe(
      "In 7 rows of Sales Dept.Products, The Code is padded with blanks, or like another but for blanks and case.",
    );
    expect(people?.message).toBe("In 2 rows of people, E-Mail is padded with blanks, or written in capitals.");
  });

  it("knows the address that is the row's own by the name of its table, and leaves others alone", async () => {
    await run(`create table app_users (id integer primary key, user_email text, "workEmail" text, manager_email text);
      insert into app_users values (1, 'Eva@Example.test', 'EVA@work.test', 'Fay@Example.test')`);
    expect((await failing()).filter(([label]) => label.includes("app_users"))).toEqual([
      ["public.app_users (user_email)", 1],
      ["public.app_users (workEmail)", 1],
    ]);
    await run("drop table app_users");
  });

  it("does not compare all values of a large table, and does not say that it did", async () => {
    await run(`create table large (code text primary key); insert into large values ('abc'), ('ABC'), (' x ');
      update pg_class set reltuples = 300000 where oid = 'large'::regclass`);
    const large = (await catalogVerdicts(database, "non_canonical_text")).find(({ label }) => label.includes("large"));
    expect(large).toMatchObject({ count: 1, message: "In 1 row of large, code is padded with blanks." });
    await run("drop table large");
  });

  it("counts capitals in a key that is otherwise in small letters, and small letters among capitals, once analysed", async () => {
    await run(`
      create table shops (slug text primary key, order_no text not null unique, name text not null unique, mixed text not null unique);
      insert into shops select 'shop-' || n, 'ORD-' || n, 'shop ' || n, case when n % 2 = 0 then 'aB' else 'ab' end || n from generate_series(1, 60) as n;
      update shops set slug = 'Shop-7', order_no = 'ord-7', name = 'SHOP 7' where slug = 'shop-7';
      update shops set slug = ' SHOP-8' where slug = 'shop-8';
    `);
    const found = async () => (await failing()).filter(([label]) => label.includes("shops"));
    expect(await found()).toEqual([["public.shops (slug)", 1]]);
    await run("analyze shops");
    expect(await found()).toEqual([
      ["public.shops (slug)", 2],
      ["public.shops (order_no)", 1],
    ]);
    const [slug] = (await catalogVerdicts(database, "non_canonical_text")).filter(({ label }) =>
      label.includes("(slug)"),
    );
    expect(slug?.message).toBe(
      "In 2 rows of shops, slug is padded with blanks, or not in small letters as nearly all others, or like another but for blanks and case.",
    );
    await run("drop table shops");
  });

  it("passes once they are mended", async () => {
    await run(`
      delete from "Sales Dept"."Products" where "The Code" in ('ab-1', 'Xy 9');
      update "Sales Dept"."Products" set "The Code" = btrim("The Code", E' \\t\\u00a0');
      update people set "E-Mail" = lower(btrim("E-Mail", E' \\n')), email = btrim(email);
    `);
    expect(await failing()).toEqual([]);
  });
});
