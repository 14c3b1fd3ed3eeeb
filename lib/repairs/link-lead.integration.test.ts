import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ContactPair, LinkTarget } from "@/lib/checks/target";
import { tableSql } from "@/lib/db";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { auditCounts, imagesOf, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

interface LinkSchema {
  label: string;
  target: LinkTarget & { email: ContactPair; phone: ContactPair };
  parentType: RawBuilder<unknown>;
}

const schemas: LinkSchema[] = [
  {
    label: "plain names",
    target: {
      kind: "link",
      table: { schema: "public", name: "calls" },
      column: "person_id",
      parent: { schema: "public", name: "people" },
      parentKey: "id",
      email: { child: "mail", parent: "email" },
      phone: { child: "tel", parent: "phone" },
      copies: { name: "caller" },
      callingCode: "91",
    },
    parentType: sql`uuid primary key default gen_random_uuid()`,
  },
  {
    label: "quoted names, another schema and an identity key",
    target: {
      kind: "link",
      table: { schema: "Sales Dept", name: "The Calls" },
      column: "Person's",
      parent: { schema: "Sales Dept", name: 'All "People"' },
      parentKey: "No",
      email: { child: "E Mail", parent: "MAIL\\" },
      phone: { child: "tel$1", parent: "Phone No" },
      copies: { "Full Name": "caller's" },
      callingCode: "91",
    },
    parentType: sql`bigint generated always as identity primary key`,
  },
];

describe.each(schemas)("link-lead with $label", ({ target, parentType }) => {
  const { table, parent } = target;
  const unlinked = { check: "unlinked_rows", target } as const;
  const ambiguous = { check: "ambiguous_links", target } as const;
  const [name = "", caller = ""] = Object.entries(target.copies)[0] ?? [];
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;

  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(sql`create schema if not exists ${sql.id(parent.schema)}`);
    await run(sql`create table ${tableSql(parent)} (
      ${sql.id(target.parentKey)} ${parentType}, ${sql.id(name)} text, ${sql.id(target.email.parent)} text, ${sql.id(target.phone.parent)} text
    )`);
    const type = parentType === schemas[0]?.parentType ? sql`uuid` : sql`bigint`;
    await run(sql`create table ${tableSql(table)} (
      id integer primary key, ${sql.id(target.column)} ${type} references ${tableSql(parent)},
      ${sql.id(caller)} text, ${sql.id(target.email.child)} text, ${sql.id(target.phone.child)} text
    )`);
    await run(sql`insert into ${tableSql(parent)} (${parentColumns()}) values
      ('Ann', 'ann@x.example', '+919876543210'), ('Bo', 'bo@x.example', null), ('Cy', 'cy@x.example', '+919000000001'), ('Cy2', 'cy@x.example', null)`);
  });
  afterEach(() => database.drop());

  const run = (statement: RawBuilder<unknown>) => statement.execute(database.db);
  const parentColumns = () =>
    sql.join([name, target.email.parent, target.phone.parent].map((column) => sql.id(column)));
  const call = (id: number, who: string, mail: string | null, tel: string | null) =>
    run(sql`insert into ${tableSql(table)} (id, ${sql.id(caller)}, ${sql.id(target.email.child)}, ${sql.id(target.phone.child)})
      values (${id}, ${who}, ${mail}, ${tel})`);

  /** "1:Ann" for each linked call. */
  async function links(): Promise<string[]> {
    const { rows } = await sql<{ link: string }>`
      select t.id || ':' || p.${sql.id(name)} as link
      from ${tableSql(table)} as t
      join ${tableSql(parent)} as p on p.${sql.id(target.parentKey)} = t.${sql.id(target.column)}
      order by t.id
    `.execute(database.db);
    return rows.map(({ link }) => link);
  }

  test("links each row to its one match, however the address or number is written", async () => {
    await call(1, "ann?", "  ANN@x.example ", null);
    await call(2, "ann!", null, "098765 43210");
    await call(3, "nobody yet", null, null);
    const plan = await operator.preview(unlinked, "link-lead");
    expect(plan).toMatchObject({ willChange: 2, skipped: 0 });
    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 2, verification: { passed: true } });
    expect(await links()).toEqual(["1:Ann", "2:Ann"]);
    expect(await auditCounts(database.db, done.id)).toEqual({ LEAD_LINKED: 2 });
  });

  test("makes one match for all rows that share it, with the data of those rows, and its undo removes it", async () => {
    await call(1, "Dee", "Dee@x.example", null);
    await call(2, "D.", "dee@X.example", "9111111111");
    await call(3, "Eve", null, "00441234567890");
    const before = [await imagesOf(database.db, table), await imagesOf(database.db, parent)];
    const done = await operator.repair(unlinked, "link-lead");
    expect(done).toMatchObject({ status: "succeeded", changed: 3, verification: { passed: true } });
    expect(await links()).toEqual(["1:Dee", "2:Dee", "3:Eve"]);
    expect(await auditCounts(database.db, done.id)).toEqual({ LEAD_LINKED: 3, LEAD_CREATED: 2 });
    const { rows } = await sql`
      select ${sql.id(target.email.parent)} as email, ${sql.id(target.phone.parent)} as phone
      from ${tableSql(parent)} where ${sql.id(name)} in ('Dee', 'Eve') order by ${sql.id(name)}
    `.execute(database.db);
    expect(rows).toEqual([
      { email: "dee@x.example", phone: "+919111111111" },
      { email: null, phone: "+441234567890" },
    ]);
    expect(await operator.undo(done.id)).toMatchObject({ status: "succeeded", changed: 5 });
    expect([await imagesOf(database.db, table), await imagesOf(database.db, parent)]).toEqual(before);
  });

  test("does not guess where a row belongs to two new matches, or to a row that joins another", async () => {
    await call(1, "Dee", "dee@x.example", null);
    await call(2, "Eve", null, "+911111111111");
    await call(3, "both", "dee@x.example", "+911111111111");
    await call(4, "via 5", "five@x.example", null);
    await call(5, "Fay", "fay@x.example", "+912222222222");
    await call(6, "chain", "chain@x.example", "+912222222222");
    await call(7, "end of the chain", "chain@x.example", null);
    const plan = await operator.preview(unlinked, "link-lead");
    const skipped = new Map((await operator.skippedItems(plan.id)).map(({ key, reason }) => [key.id, reason]));
    expect(skipped.get("3")).toContain("two different new rows");
    expect(skipped.get("7")).toContain("Preview again after this run");
    expect(plan).toMatchObject({ willChange: 5, skipped: 2 });
    await operator.apply(plan);
    expect(await links()).toEqual(["1:Dee", "2:Eve", "4:via 5", "5:Fay", "6:Fay"]);
    expect(await operator.repair(unlinked, "link-lead")).toMatchObject({ changed: 1 });
    expect((await links()).at(-1)).toBe("7:end of the chain");
  });

  test("lists several matches for a person and links only what was chosen", async () => {
    await call(1, "Cy?", "cy@x.example", null);
    await call(2, "Cy or Bo", "bo@x.example", "+919000000001");
    const offer = (await offerRepairs(operator.ctx, ambiguous)).find(({ repair }) => repair === "link-lead");
    const [field] = offer?.fields ?? [];
    if (field?.kind !== "choices") throw new Error("No choice is offered");
    expect(field.rows.map(({ key, candidates }) => [key, candidates.length])).toEqual([
      [{ id: "1" }, 2],
      [{ id: "2" }, 2],
    ]);
    const bo = field.rows[1]?.candidates.find(({ label }) => label.startsWith("Bo"));
    const choices = { [JSON.stringify({ id: "2" })]: bo?.value ?? "" };

    const plan = await operator.preview(ambiguous, "link-lead", { choices });
    expect(plan).toMatchObject({ willChange: 1, skipped: 1 });
    await operator.apply(plan);
    expect(await links()).toEqual(["2:Bo"]);
    const stranger = { [JSON.stringify({ id: "1" })]: bo?.value ?? "" };
    const wrong = await operator.preview(ambiguous, "link-lead", { choices: stranger });
    expect(wrong).toMatchObject({ willChange: 0, skipped: 1 });
    expect(await operator.skippedItems(wrong.id)).toEqual([
      { key: { id: "1" }, reason: "What was chosen for it does not match it." },
    ]);
  });

  test("leaves a row alone that a new match came for after the preview", async () => {
    await call(1, "Dee", "dee@x.example", null);
    const plan = await operator.preview(unlinked, "link-lead");
    await run(sql`insert into ${tableSql(parent)} (${parentColumns()}) values ('Dee at last', 'dee@x.example', null)`);
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 0, skipped: 1 });
    expect(await operator.repair(unlinked, "link-lead")).toMatchObject({ changed: 1 });
    expect(await links()).toEqual(["1:Dee at last"]);
  });

  test("links but makes nothing where a new match would need more than the row knows", async () => {
    await run(sql`alter table ${tableSql(parent)} add column needed text not null default 'x'`);
    await run(sql`alter table ${tableSql(parent)} alter column needed drop default`);
    await call(1, "Ann", "ann@x.example", null);
    await call(2, "Dee", "dee@x.example", null);
    const plan = await operator.preview(unlinked, "link-lead");
    expect(plan).toMatchObject({ willChange: 1, skipped: 1 });
    expect((await operator.skippedItems(plan.id))[0]?.reason).toContain("nothing gives a value for needed");
  });
});

describe("link-lead where nobody promised the link, by the address alone", () => {
  const table = { schema: "public", name: "enquiries" };
  const target: LinkTarget = {
    kind: "link",
    table,
    column: "customer_id",
    parent: { schema: "public", name: "customers" },
    parentKey: "id",
    email: { child: "email", parent: "email" },
    phone: null,
    copies: {},
    callingCode: null,
    inferred: true,
  };

  test("links rows with one match, and makes nobody for those with none", async () => {
    const database = await createTestDatabase();
    try {
      await database.pool.query(`
        create table customers (id integer primary key, name text not null, email text);
        create table enquiries (id integer primary key, customer_id integer references customers, email text);
        insert into customers values (1, 'Ann', 'ann@x.example'), (2, 'Ben', 'ben@x.example'), (3, 'Ben', 'BEN@x.example');
        insert into enquiries values (1, null, 'Ann@x.example'), (2, null, 'ben@x.example'), (3, null, 'who@x.example'), (4, 2, null);
      `);
      const operator = repairer(database);
      const plan = await operator.preview({ check: "unlinked_rows", target }, "link-lead");
      expect(plan).toMatchObject({ willChange: 1, skipped: 0 });
      expect(await operator.apply(plan)).toMatchObject({
        status: "succeeded",
        changed: 1,
        verification: { passed: true },
      });
      const { rows } = await database.pool.query("select id from enquiries where customer_id is null order by id");
      expect(rows).toEqual([{ id: 2 }, { id: 3 }]);
    } finally {
      await database.drop();
    }
  });
});
