import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ContactTarget } from "@/lib/checks/target";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { repairer, rowsOf } from "./testing/repairer";

const inPublic = (name: string) => ({ schema: "public", name });
const target: ContactTarget = {
  kind: "contact",
  table: inPublic("leads"),
  email: "email",
  phone: null,
  callingCode: null,
};
const faulty = { check: "duplicate_contacts", target } as const;
const tables = ["leads", "calls", "call_notes", "tags", "prefs"].map(inPublic);

/** A plain child and its own child, one with the reference in its key, one where two can become the same, and leads that name leads. */
const create = sql`
  create table leads (
    id numeric primary key, email text, came_by numeric references leads, created_at timestamptz default '2026-01-01Z',
    mark text check (mark <> 'refused')
  );
  create table calls (id integer primary key, lead_id numeric references leads);
  create table call_notes (id integer primary key, call_id integer not null references calls on delete cascade);
  create table tags (lead_id numeric references leads, tag text, note text, primary key (lead_id, tag));
  create table prefs (id integer primary key, lead_id numeric not null references leads, kind text, unique (lead_id, kind))`;

interface Lead {
  person: number;
  tags: string[];
  kinds: string[];
  calls: number;
  cameBy: number | null;
}

const lead: fc.Arbitrary<Lead> = fc.record({
  person: fc.integer({ min: 1, max: 4 }),
  tags: fc.uniqueArray(fc.constantFrom("vip", "new", 'it\'s "odd"'), { maxLength: 2 }),
  kinds: fc.uniqueArray(fc.constantFrom("mail", "post"), { maxLength: 2 }),
  calls: fc.integer({ min: 0, max: 2 }),
  cameBy: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
});

describe("a merge and its undo", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await create.execute(database.db);
  });
  afterAll(() => database.drop());

  const contents = () => Promise.all(tables.map((table) => rowsOf(database.db, table)));

  async function fill(leads: readonly Lead[]): Promise<void> {
    await sql`truncate leads, calls, call_notes, tags, prefs`.execute(database.db);
    const text = JSON.stringify(leads);
    // The children name their lead by another spelling of the same number.
    await sql`
      with given as (
        select place, lead from jsonb_array_elements(${text}::jsonb) with ordinality as l (lead, place)
      ),
      made as (
        insert into leads (id, email, came_by)
        select place, 'p' || (lead ->> 'person') || '@x.example', case when lead ->> 'cameBy' is not null then least((lead ->> 'cameBy')::integer, ${leads.length}) end
        from given
      ),
      tagged as (
        insert into tags select (place || '.0')::numeric, tag from given, jsonb_array_elements_text(lead -> 'tags') as tag
      ),
      preferred as (
        insert into prefs select row_number() over (), place, kind from given, jsonb_array_elements_text(lead -> 'kinds') as kind
      ),
      called as (
        insert into calls
        select row_number() over (), place from given, generate_series(1, (lead ->> 'calls')::integer)
        returning id
      )
      select`.execute(database.db);
    await sql`insert into call_notes select id, id from calls`.execute(database.db);
  }

  test("bring every row back byte for byte, whatever named the rows that went; and the undo of the undo merges again", async () => {
    const operator = repairer(database);
    await fc.assert(
      fc.asyncProperty(fc.array(lead, { minLength: 4, maxLength: 10 }), async (leads) => {
        await fill(leads);
        const asFound = await contents();
        const plan = await operator.preview(faulty, "merge-duplicates");
        if (plan.willChange === 0) return;
        const run = await operator.apply(plan);
        expect(run).toMatchObject({ changed: plan.willChange });
        const merged = await contents();
        const undo = await operator.undo(run.id);
        expect(undo).toMatchObject({ status: "succeeded", skipped: 0 });
        expect(await contents()).toEqual(asFound);
        expect(await operator.undo(undo.id)).toMatchObject({ status: "succeeded", skipped: 0 });
        expect(await contents()).toEqual(merged);
      }),
      {
        numRuns: 3,
        examples: [
          [
            [...Array(4)].map((_, at) => ({
              person: 1,
              tags: [["vip", "new", "x", "y"][at] ?? ""],
              kinds: at === 0 ? ["mail"] : [],
              calls: 1,
              cameBy: null,
            })),
          ],
        ],
      },
    );
  }, 120_000);

  test("leave a child where it is, and do not lose it, when the row that it named cannot come back", async () => {
    const operator = repairer(database);
    await fill([1, 1, 2, 2].map((person, at) => ({ person, tags: [`t${at + 1}`], kinds: [], calls: 0, cameBy: null })));
    const run = await operator.repair(faulty, "merge-duplicates");
    await sql`
      update plumbline.quarantine set before = before || '{"mark": "refused"}'
      where run_id = ${run.id} and table_name = 'leads' and key = '{"id": "2"}'`.execute(database.db);
    const plan = await operator.previewUndo(run.id);
    expect(await operator.skippedItems(plan.id)).toEqual([
      { key: { id: "2" }, reason: "The constraint leads_mark_check does not allow it any more." },
      {
        key: { lead_id: "1", tag: "t2" },
        reason: expect.stringContaining("It names a row of public.leads that is gone"),
      },
    ]);
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 2, skipped: 2 });
    expect(await rowsOf(database.db, inPublic("tags"))).toEqual(["(1,t2,)", "(1.0,t1,)", "(3.0,t3,)", "(4.0,t4,)"]);
  });

  test("skip those of whom the row that stays went or became another meanwhile, and merge the others", async () => {
    const operator = repairer(database);
    await fill([1, 1, 1, 2, 2, 3, 3, 4, 4].map((person) => ({ person, tags: [], kinds: [], calls: 0, cameBy: null })));
    const plan = await operator.preview(faulty, "merge-duplicates");
    await sql`delete from leads where id = 1`.execute(database.db);
    await sql`update leads set email = 'other@x.example' where id = 4`.execute(database.db);
    await sql`update leads set created_at = now() where id = 6`.execute(database.db);
    await sql`update leads set mark = 'seen' where id = 8`.execute(database.db);
    const run = await operator.apply(plan);
    expect(run).toMatchObject({ status: "succeeded", changed: 1 });
    const reasons = new Map((await operator.skippedItems(plan.id)).map(({ key, reason }) => [key.id, reason]));
    expect([2, 3, 5, 7].map((id) => reasons.get(`${id}`))).toEqual([
      "It stays: the other rows of the same person are merged into it.",
      "What it would be given is not what was previewed.",
      "It no longer has the fault.",
      "It stays: the other rows of the same person are merged into it.",
    ]);
  });

  test("skip one whose child becomes the same as another at the very moment of the change", async () => {
    const operator = repairer(database);
    await fill(
      [1, 1, 2, 2].map((person, at) => ({ person, tags: at === 1 ? ["vip"] : [], kinds: [], calls: 0, cameBy: null })),
    );
    await sql`create function wait_at_gate() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock_shared(4712); return new; end'`.execute(database.db);
    await sql`create trigger gate before update on tags for each row execute function wait_at_gate()`.execute(
      database.db,
    );
    const keeper = await database.pool.connect();
    await keeper.query("select pg_advisory_lock(4712)");
    const runId = await operator.start(await operator.preview(faulty, "merge-duplicates"));
    await vi.waitFor(
      async () => {
        const waiting = "select from pg_locks where locktype = 'advisory' and objid = 4712 and not granted";
        expect((await keeper.query(waiting)).rows).toHaveLength(1);
      },
      { timeout: 15_000, interval: 10 },
    );
    await keeper.query("insert into tags values (1, 'vip')");
    await keeper.query("select pg_advisory_unlock(4712)");
    keeper.release();
    const run = await operator.settled(runId);
    expect(run).toMatchObject({ status: "succeeded", changed: 1, error: null });
    const skipped = await operator.skippedItems(run.planId);
    expect(skipped).toContainEqual({
      key: { id: "2" },
      reason: expect.stringContaining("would be the same in tags_pkey"),
    });
  });
});
