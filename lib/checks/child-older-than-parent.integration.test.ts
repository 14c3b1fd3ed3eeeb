import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

const label = "Sales Dept.Order Lines (createdAt) → Sales Dept.Orders (Created At)";

describe("child_older_than_parent", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Orders" ("Id" integer primary key, "Created At" timestamptz);
      create table "Sales Dept"."Order Lines" (id integer primary key, "OrderId" integer not null references "Sales Dept"."Orders",
        "createdAt" timestamptz);
      insert into "Sales Dept"."Orders" values (1, '2024-05-01 12:00Z'), (2, null);
      insert into "Sales Dept"."Order Lines" values (1, 1, '2024-05-01 12:00Z'), (2, 1, '2024-05-02 12:00Z'), (3, 2, '2020-01-01');
    `);
  });
  afterAll(() => database.drop());

  it("passes where every row came with or after the row that it names", async () => {
    expect(await verdictsOf(database, "child_older_than_parent")).toEqual({ [label]: "passing 0" });
  });

  it("forgives what two clocks may differ by", async () => {
    await run(`insert into "Sales Dept"."Order Lines" values (5, 1, '2024-05-01 11:59:30Z'), (6, 1, null)`);
    expect(await verdictsOf(database, "child_older_than_parent")).toEqual({ [label]: "passing 0" });
  });

  it("does not ask where a row may rightly be older: optional, exchangeable, by role, of its own table, or timed otherwise", async () => {
    await run(`
      create table users (id integer primary key, created_at timestamptz, user_id integer not null references users);
      create table categories (id integer primary key, created_at timestamptz);
      create table days (id integer primary key, created_on date);
      create table tasks (id integer primary key, created_at timestamptz, assignee_id integer not null references users,
        user_id integer references users, category_id integer not null references categories, day_id integer not null references days);
    `);
    expect(Object.keys(await verdictsOf(database, "child_older_than_parent"))).toEqual([label]);
  });

  it("counts rows that were there before the row that they name", async () => {
    await run(
      `insert into "Sales Dept"."Order Lines" values (10, 1, '2024-04-30 12:00Z'), (11, 1, '2024-05-01 11:58Z')`,
    );
    expect(await sentencesOf(database, "child_older_than_parent")).toEqual([
      "2 rows of Sales Dept.Order Lines were made (createdAt) before the row of Sales Dept.Orders (Id) that they name (Created At).",
    ]);
  });

  it("passes once the times are right", async () => {
    await run(`update "Sales Dept"."Orders" set "Created At" = '2024-04-01' where "Id" = 1`);
    expect(await verdictsOf(database, "child_older_than_parent")).toEqual({ [label]: "passing 0" });
  });
});
