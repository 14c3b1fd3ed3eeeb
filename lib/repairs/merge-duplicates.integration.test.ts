import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ContactTarget } from "@/lib/checks/target";
import { exportRun } from "@/lib/exports/export-run";
import { applyFiles } from "@/lib/exports/testing/apply-files";
import { auditCounts, repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";

const named = (name: string) => ({ schema: "Sales Dept", name });
const people = named("Our Leads");
const target: ContactTarget = {
  kind: "contact",
  table: people,
  email: "E-Mail",
  phone: "phone's",
  callingCode: null,
};
const faulty = { check: "duplicate_contacts", target } as const;
const tables = ["Our Leads", "Purchases", "Tags", "Calls"].map(named);

/** Ann is there three times, by address and by number; 4 and 5 share a phone; nobody knows whose 6 is. */
const schema = `
  create schema "Sales Dept";
  create table "Sales Dept"."Our Leads" (
    "Lead No" bigint generated always as identity primary key, "E-Mail" text, "phone's" text, name text, created_at timestamptz not null
  );
  create table "Sales Dept"."Purchases" (
    id integer primary key, "the lead" bigint not null references "Sales Dept"."Our Leads", amount numeric(10,2)
  );
  create table "Sales Dept"."Tags" (
    "Lead" bigint references "Sales Dept"."Our Leads" on delete cascade, tag text, note jsonb, primary key ("Lead", tag)
  );
  create table "Sales Dept"."Calls" (id integer primary key, "from" bigint references "Sales Dept"."Our Leads" on delete set null, lead_id bigint);
  insert into "Sales Dept"."Our Leads" ("E-Mail", "phone's", name, created_at) values
    ('ann@x.example', null, null, '2026-03-01'),
    (' ANN@x.example', '+44 20 7946 0001', 'Ann', '2026-02-01'),
    (null, '0044 207946 0001', 'Ann B', '2026-04-01'),
    ('bo@x.example', '+49 89 70001', 'Bo', '2026-01-01'),
    ('cy@x.example', '+49 (89) 70001', 'Cy', '2026-01-02'),
    (null, '0049 8970001', '?', '2026-01-03'),
    ('dee@x.example', null, 'Dee', '2026-01-04');
  insert into "Sales Dept"."Purchases" values (1, 1, 10.00), (2, 2, 20.50), (3, 3, 3), (4, 7, 4);
  insert into "Sales Dept"."Tags" values (1, 'vip', '{"b": 1, "a": 2}'), (2, 'new', null), (7, 'vip', null);
  insert into "Sales Dept"."Calls" values (1, 1, 3), (2, 3, 7), (3, 7, 1), (4, null, null);
`;

describe("merge-duplicates", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);

  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(schema);
    await adopt("Calls", "lead_id");
  });
  afterEach(() => database.drop());

  async function adopt(name: string, column: string): Promise<void> {
    const reference = { table: named(name), columns: [column], parent: people, parentColumns: ["Lead No"] };
    await database.pool.query(
      `insert into plumbline.reference_suggestions (id, schema_name, table_name, reference, evidence, sentence, score, confident, state, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, '{}', '', 1, false, 'adopted', 'known', 'test', now())`,
      [`${name}.${column}`, "Sales Dept", name, JSON.stringify(reference)],
    );
  }

  const contents = async (of: TestDatabase = database) => {
    const rows = await Promise.all(tables.map((table) => rowsOf(of.db, table)));
    return Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]]));
  };
  const namesOf = async (query: string) => (await run(query)).rows.map((row) => Object.values(row).join(" "));

  test("keeps one row of a person, has every child name it, and its undo brings all back byte for byte", async () => {
    const asFound = await contents();
    const plan = await operator.preview(faulty, "merge-duplicates");
    expect(plan).toMatchObject({ willChange: 2, skipped: 4, confirmation: { phrase: "delete 2 rows of Our Leads" } });
    expect(plan.effects).toEqual([
      "2 rows of Sales Dept.Calls (from) name a row that goes and will name the one that stays.",
      "2 rows of Sales Dept.Calls (lead_id) name a row that goes and will name the one that stays.",
      "No foreign key leads from Sales Dept.Calls (lead_id) to Sales Dept.Our Leads, so a row that is written there at the very moment of the change may be missed.",
      "2 rows of Sales Dept.Purchases (the lead) name a row that goes and will name the one that stays.",
      "1 row of Sales Dept.Tags (Lead) names a row that goes and will name the one that stays.",
    ]);
    expect(
      plan.sample
        .filter(({ after }) => after?.["the lead"] === "2")
        .map(({ before }) => before?.["the lead"])
        .sort(),
    ).toEqual(["1", "3"]);
    expect(await operator.skippedItems(plan.id)).toEqual([
      { key: { "Lead No": "2" }, reason: "It stays: the other rows of the same person are merged into it." },
      ...["4", "5", "6"].map((no) => ({
        key: { "Lead No": no },
        reason: "Rows with its phone have different addresses, so they may be different people.",
      })),
    ]);
    expect(await contents()).toEqual(asFound);

    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 2, verification: { after: 3 } });
    expect(await namesOf(`select "Lead No" from "Sales Dept"."Our Leads" order by 1`)).toEqual([
      "2",
      "4",
      "5",
      "6",
      "7",
    ]);
    expect(await namesOf(`select id, "the lead" from "Sales Dept"."Purchases" order by 1`)).toEqual([
      "1 2",
      "2 2",
      "3 2",
      "4 7",
    ]);
    expect(await namesOf(`select "Lead", tag from "Sales Dept"."Tags" order by 1, 2`)).toEqual([
      "2 new",
      "2 vip",
      "7 vip",
    ]);
    expect(await namesOf(`select id, "from", lead_id from "Sales Dept"."Calls" order by 1`)).toEqual([
      "1 2 2",
      "2 2 7",
      "3 7 2",
      "4  ",
    ]);
    expect(await auditCounts(database.db, done.id)).toEqual({ DUPLICATE_MERGED: 2, REFERENCE_MOVED: 6 });

    const undo = await operator.undo(done.id);
    expect(undo).toMatchObject({ status: "succeeded", skipped: 0 });
    expect(await contents()).toEqual(asFound);
    const again = await operator.undo(undo.id);
    expect(again).toMatchObject({ status: "succeeded", skipped: 0 });
    expect(await namesOf(`select id, "the lead" from "Sales Dept"."Purchases" order by 1`)).toEqual([
      "1 2",
      "2 2",
      "3 2",
      "4 7",
    ]);
  });

  test("keeps the newest or the fullest where that is chosen, and goes by address or phone alone", async () => {
    const going = async (input: unknown) =>
      (await operator.preview(faulty, "merge-duplicates", input)).sample
        .filter(({ outcome, after }) => outcome === "change" && after === null)
        .map(({ key }) => key["Lead No"]);
    expect(await going({ keep: "newest" })).toEqual(["1", "2"]);
    expect(await going({ keep: "fullest" })).toEqual(["1", "3"]);
    expect(await going({ match: "email" })).toEqual(["1"]);
    expect(await going({ match: "phone" })).toEqual(["3", "5", "6"]);
  });

  test("leaves a row alone whose children would break a unique key, one that its own table names, and a crowd", async () => {
    await run(`
      insert into "Sales Dept"."Tags" values (2, 'vip', null);
      alter table "Sales Dept"."Our Leads" add "came by" bigint references "Sales Dept"."Our Leads";
      update "Sales Dept"."Our Leads" set "came by" = 3 where "Lead No" = 7;
      insert into "Sales Dept"."Our Leads" ("E-Mail", created_at) select 'info@x.example', now() from generate_series(1, 21);
    `);
    const plan = await operator.preview(faulty, "merge-duplicates");
    expect(plan.willChange).toBe(0);
    const reasons = new Map((await operator.skippedItems(plan.id)).map(({ key, reason }) => [key["Lead No"], reason]));
    expect(reasons.get("1")).toBe(
      "Its row of Sales Dept.Tags and one of the same person would be the same in Tags_pkey, which is unique. Keep one of the two first.",
    );
    expect(reasons.get("3")).toContain("A row of Sales Dept.Our Leads itself names it (came by).");
    expect(reasons.get("8")).toContain("More than 20 rows share its address or phone");
  });

  test("skips what moved since the preview, and moves a child that came since", async () => {
    const plan = await operator.preview(faulty, "merge-duplicates");
    await run(`
      insert into "Sales Dept"."Purchases" values (9, 1, 9);
      update "Sales Dept"."Our Leads" set "phone's" = '+44 20 7946 9999' where "Lead No" = 3;
    `);
    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 1, skipped: 5 });
    expect(await namesOf(`select "the lead" from "Sales Dept"."Purchases" where id in (3, 9) order by id`)).toEqual([
      "3",
      "2",
    ]);
    expect((await operator.previewUndo(done.id)).skipped).toBe(0);
  });

  test("refuses tables that cannot be moved, and names them", async () => {
    const refusal = () => operator.preview(faulty, "merge-duplicates").catch(({ message }: Error) => message);
    await run(`create table "Sales Dept"."Log" (lead bigint references "Sales Dept"."Our Leads")`);
    expect(await refusal()).toContain(
      "Sales Dept.Log (lead) names rows of Sales Dept.Our Leads and would have to be changed.",
    );
    await run(`drop table "Sales Dept"."Log";
      create table "Sales Dept"."Notes" (lead bigint, tag text, id integer primary key, foreign key (lead, tag) references "Sales Dept"."Tags" on update cascade)`);
    expect(await refusal()).toContain(
      "Rows of Sales Dept.Notes name rows of Sales Dept.Tags by a key that would change.",
    );
    await run(
      `drop table "Sales Dept"."Notes"; alter table "Sales Dept"."Our Leads" drop constraint "Our Leads_pkey" cascade`,
    );
    expect(await refusal()).toContain("neither a primary key");
  });

  test("is exported, repeats itself on a copy and is taken back there", async () => {
    const copy = await createEmptyDatabase();
    try {
      await copy.pool.query(schema);
      const asFound = await contents(copy);
      const done = await operator.repair(faulty, "merge-duplicates");
      const exported = await exportRun(operator.ctx, done.id);
      for (const _ of ["once", "again"]) {
        await applyFiles(copy.url, exported.migrations);
        expect(await contents(copy)).toEqual(await contents());
      }
      await applyFiles(copy.url, exported.undo);
      expect(await contents(copy)).toEqual(asFound);
    } finally {
      await copy.drop();
    }
  });

  test("its undo sets no child back to a row that does not come back, declared or not, and says so beforehand", async () => {
    const done = await operator.repair(faulty, "merge-duplicates");
    await run(`alter table "Sales Dept"."Our Leads" add constraint named check (name is not null) not valid`);
    const merged = await contents();
    const plan = await operator.previewUndo(done.id);
    const skipped = await operator.skippedItems(plan.id);
    expect(skipped).toContainEqual({
      key: { "Lead No": "1" },
      reason: "The constraint named does not allow it any more.",
    });
    const gone = "It names a row of Sales Dept.Our Leads that the run removed and that does not come back.";
    expect(skipped).toContainEqual({ key: { id: "3" }, reason: gone });
    const undone = await operator.apply(plan);
    expect(undone).toMatchObject({ status: "succeeded", skipped: plan.skipped });
    const now = await contents();
    expect(now.Calls).toContain("(3,7,2)");
    expect(now["Our Leads"]).toHaveLength((merged["Our Leads"]?.length ?? 0) + 1);
  });
});
