import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

describe("stale_counter", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const labels = ["Sales Dept.Talks (messagesCount) ← Sales Dept.chat_messages_v2 (Talk Year, Talk No)"];

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Talks" ("Year" integer, "No" integer, "messagesCount" integer default 0, view_count integer,
        primary key ("Year", "No"));
      create table "Sales Dept".chat_messages_v2 (id integer primary key, "Talk Year" integer, "Talk No" integer,
        foreign key ("Talk Year", "Talk No") references "Sales Dept"."Talks");
      insert into "Sales Dept"."Talks" values (2024, 1, 2), (2024, 2, 0), (2024, 3, null);
      insert into "Sales Dept".chat_messages_v2 values (1, 2024, 1), (2, 2024, 1), (3, null, 1), (4, 2024, 3);
    `);
  });
  afterAll(() => database.drop());

  it("passes where counters are right, NULL, or zero without rows", async () => {
    expect(await verdictsOf(database, "stale_counter")).toEqual({ [labels[0] ?? ""]: "passing 0" });
  });

  it("does not take a name without its table for a counter, nor one that may count something else", async () => {
    await run(`
      create table people (id integer primary key, retry_count integer, message_count integer, unread_note_count integer,
        item_count integer, person_count integer, order_count text, boss integer references people);
      create table messages (sender integer references people, recipient integer references people);
      create table notes (person integer references people);
      create table items (person integer references people, quantity integer);
      create table orders (person integer references people);
    `);
    expect(Object.keys(await verdictsOf(database, "stale_counter"))).toEqual(labels);
  });

  it("counts rows whose counter says more or less than there is", async () => {
    await run(`insert into "Sales Dept"."Talks" values (2025, 1, 1), (2025, 2, 1), (2025, 3, 5);
      insert into "Sales Dept".chat_messages_v2 values (10, 2025, 1), (11, 2025, 1), (12, 2025, 2)`);
    expect(await sentencesOf(database, "stale_counter")).toEqual([
      "2 rows of Sales Dept.Talks have a messagesCount that is not the number of their rows in Sales Dept.chat_messages_v2.",
    ]);
  });

  it("does not count by what is only inferred where both tables share a column named after the parent", async () => {
    await run(`
      create table talk_sessions (id integer primary key, talk_id integer, message_count integer);
      create table messages_v3 (id integer primary key, session_id integer, talk_id integer);
      insert into talk_sessions values (1, 7, 2);
      insert into messages_v3 values (1, null, 7), (2, null, 7)`);
    const table = { schema: "public", name: "messages_v3" };
    const parent = { schema: "public", name: "talk_sessions" };
    const bySession = { table, columns: ["session_id"], parent, parentColumns: ["id"] };
    const label = "public.talk_sessions (message_count) ← public.messages_v3 (session_id)";
    const inferred = { undeclared: [{ ...bySession, inferred: true as const }] };
    expect(Object.keys(await verdictsOf(database, "stale_counter", inferred))).toEqual(labels);
    expect(await verdictsOf(database, "stale_counter", { undeclared: [bySession] })).toMatchObject({
      [label]: "failing 1",
    });
    await run("drop table messages_v3, talk_sessions");
  });

  it("takes the number with or without the rows that are marked as deleted", async () => {
    await run(`
      create table topics (id integer primary key, posts_count integer);
      create table posts (topic integer references topics, deleted_at timestamptz);
      insert into topics values (1, 2), (2, 1), (3, 3);
      insert into posts select n, d from generate_series(1, 3) as n, (values (null), (now())) as marks (d);
    `);
    expect(await verdictsOf(database, "stale_counter")).toMatchObject({
      "public.topics (posts_count) ← public.posts (topic)": "failing 1",
    });
    await run("drop table posts, topics");
  });

  it("counts lines with a quantity, replies below a row, and children that two foreign keys on one column name", async () => {
    await run(`
      create table bills (id integer primary key, "lineCount" integer);
      create table bill_lines (bill integer references bills, quantity integer);
      alter table bill_lines add foreign key (bill) references bills on delete cascade;
      create table remarks (id integer primary key, parent_id integer references remarks, replies_count integer,
        sibling_id integer references remarks, children_size integer, descendants_count integer);
      insert into bills values (1, 2), (2, 0);
      insert into bill_lines values (1, 5), (1, 7);
      insert into remarks (id, parent_id, replies_count) values (1, null, 2), (2, 1, 0), (3, 1, 1);
    `);
    expect(await verdictsOf(database, "stale_counter")).toMatchObject({
      "public.bills (lineCount) ← public.bill_lines (bill)": "passing 0",
      "public.remarks (replies_count) ← public.remarks (parent_id)": "failing 1",
    });
    await run("drop table bills, bill_lines, remarks");
  });

  it("knows the lines of a document by their key, whatever the two tables are called", async () => {
    await run(`
      create table "ORDH" ("ORDNO" integer primary key, "POSCNT" integer);
      create table "ORDP" ("ORDNO" integer references "ORDH", "POSNO" smallint, primary key ("ORDNO", "POSNO"));
      create table "ORDT" ("ORDNO" integer references "ORDH", "LANG" text, primary key ("ORDNO", "LANG"));
      create table parcels (id integer primary key, line_items_count integer, items_count integer);
      create table line_items (id integer primary key, parcel_id integer references parcels, quantity integer);
      insert into "ORDH" values (1, 2), (2, 1);
      insert into "ORDP" values (1, 10), (1, 20);
      insert into parcels values (1, 1, 9);
    `);
    const found = await verdictsOf(database, "stale_counter");
    expect(found).toMatchObject({
      "public.ORDH (POSCNT) ← public.ORDP (ORDNO)": "failing 1",
      "public.parcels (line_items_count) ← public.line_items (parcel_id)": "failing 1",
    });
    expect(Object.keys(found).filter((label) => label.includes("(items_count)"))).toEqual([]);
    await run('drop table "ORDT", "ORDP", "ORDH", line_items, parcels');
  });

  it("finds a counter by a reference that nothing declares", async () => {
    await run(`create table posts (id integer primary key, num_comments integer); create table comments (id integer, post integer);
      insert into posts values (1, 2); insert into comments values (1, 1)`);
    const undeclared = [
      {
        table: { schema: "public", name: "comments" },
        columns: ["post"],
        parent: { schema: "public", name: "posts" },
        parentColumns: ["id"],
      },
    ];
    expect(await verdictsOf(database, "stale_counter", { undeclared })).toMatchObject({
      "public.posts (num_comments) ← public.comments (post)": "failing 1",
    });
  });

  it("passes once the counters are counted again", async () => {
    await run(`update "Sales Dept"."Talks" as t set "messagesCount" =
      (select count(*) from "Sales Dept".chat_messages_v2 where "Talk Year" = t."Year" and "Talk No" = t."No")`);
    expect(await verdictsOf(database, "stale_counter")).toEqual({ [labels[0] ?? ""]: "passing 0" });
  });
});
