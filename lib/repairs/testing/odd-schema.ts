import { type Kysely, sql } from "kysely";

export const orders = { schema: "Sales Dept", name: 'Order "Heads"' };
export const lines = { schema: "Sales Dept", name: "Order Lines" };

/** For tests: a schema whose names need quoting everywhere, with a composite reference that nothing enforces. */
export async function createOddSchema(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}

const statements = [
  sql`create schema "Sales Dept"`,
  sql`create table "Sales Dept"."Order ""Heads""" (
    "Key" uuid primary key,
    "Year" integer not null,
    "Order No" bigint not null,
    "Note's" text
  )`,
  sql`create table "Sales Dept"."Order Lines" (
    "YEAR" integer not null,
    "Line $plumbline$ No" integer not null,
    "order no" bigint,
    "Amount" bigint not null,
    "Text" text not null default 'none',
    primary key ("YEAR", "Line $plumbline$ No")
  )`,
  sql`insert into "Sales Dept"."Order ""Heads""" ("Key", "Year", "Order No")
    select gen_random_uuid(), 2024 + n % 2, n from generate_series(1, 20) as n`,
  sql`insert into "Sales Dept"."Order Lines" ("YEAR", "Line $plumbline$ No", "order no", "Amount")
    select 2024 + n % 2, n, case when n % 5 > 0 then n % 20 end, 9007199254740000 + n
    from generate_series(1, 40) as n`,
];
