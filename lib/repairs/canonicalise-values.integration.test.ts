import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ColumnTarget } from "@/lib/checks/target";
import { auditCounts, imagesOf, keptBy, repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const people = { schema: "Sales Dept", name: 'The "People"' };
const codes = { schema: "public", name: "codes" };
const email: ColumnTarget = { kind: "column", table: people, column: "E-Mail" };
const code: ColumnTarget = { kind: "column", table: codes, column: "code", twins: true };
const faulty = (target: ColumnTarget) => ({ check: "non_canonical_text", target }) as const;

describe("canonicalise-values", () => {
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);

  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."The ""People""" ("No" integer, "Region" text, "E-Mail" varchar(40), primary key ("No", "Region"));
      insert into "Sales Dept"."The ""People""" values
        (1, 'n', 'Anna@Example.test'), (2, 'n', E' ben@example.test\\t'), (3, 'n', 'carl@example.test'),
        (4, 'n', 'Not An Address '), (5, 'n', '   '), (6, 'n', null);
    `);
  });
  afterEach(() => database.drop());

  const values = async () =>
    (await run(`select "E-Mail" as value from "Sales Dept"."The ""People""" order by "No", "Region"`)).rows.map(
      ({ value }) => value,
    );

  test("trims, writes addresses in lower case, and is undone byte for byte", async () => {
    const before = await imagesOf(database.db, people);
    const plan = await operator.preview(faulty(email), "canonicalise-values");
    expect(plan).toMatchObject({ willChange: 3, skipped: 0, effects: [] });
    expect(plan.sample.map(({ after }) => after?.["E-Mail"])).toEqual([
      "anna@example.test",
      "ben@example.test",
      "Not An Address",
    ]);
    expect(await imagesOf(database.db, people)).toEqual(before);

    const done = await operator.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 3, verification: { passed: true, after: 0 } });
    expect(await values()).toEqual([
      "anna@example.test",
      "ben@example.test",
      "carl@example.test",
      "Not An Address",
      "   ",
      null,
    ]);
    expect(await keptBy(database.db, done.id)).toHaveLength(3);
    expect(await auditCounts(database.db, done.id)).toEqual({ VALUE_CANONICALISED: 3 });
    expect(await operator.undo(done.id)).toMatchObject({ status: "succeeded", changed: 3 });
    expect(await imagesOf(database.db, people)).toEqual(before);
  });

  test.each([
    ["a key", `unique ("E-Mail")`, ["1", "7"]],
    ["a key with another column", `unique ("E-Mail", "Region")`, ["7"]],
  ])("leaves rows alone that would be the same by %s", async (_, key, held) => {
    await run(`
      alter table "Sales Dept"."The ""People""" add ${key};
      insert into "Sales Dept"."The ""People""" values (7, 'n', ' carl@example.test'), (8, 's', 'anna@example.test');
    `);
    const plan = await operator.preview(faulty(email), "canonicalise-values");
    expect((await operator.skippedItems(plan.id)).map(({ key: row }) => row.No)).toEqual(held);
    expect(plan.sample.find(({ outcome }) => outcome === "skip")?.reason).toBe(
      'Another row of Sales Dept.The "People" would have the same E-Mail then. Merge the two, or correct one of them.',
    );
    expect((await operator.apply(plan)).status).toBe("succeeded");
  });

  test("asks a unique index on what becomes of the text, too", async () => {
    await run(`
      create unique index on "Sales Dept"."The ""People""" (lower("E-Mail"), "Region");
      insert into "Sales Dept"."The ""People""" values (7, 'n', ' CARL@example.test'), (8, 's', ' carl@example.test');
    `);
    const plan = await operator.preview(faulty(email), "canonicalise-values");
    expect((await operator.skippedItems(plan.id)).map(({ key }) => key.No)).toEqual(["7"]);
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 4 });
  });

  test("leaves a row alone whose twin came after the preview", async () => {
    await run(`alter table "Sales Dept"."The ""People""" add unique ("E-Mail")`);
    const plan = await operator.preview(faulty(email), "canonicalise-values");
    await run(`insert into "Sales Dept"."The ""People""" values (7, 'n', 'anna@example.test')`);
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 2, skipped: 1 });
  });

  describe("of codes", () => {
    beforeEach(() =>
      run(`
        create table codes (id integer primary key, code text unique);
        insert into codes values (1, 'AB-1'), (2, ' CD-2 '), (3, 'ef-3'), (4, 'EF-3'), (5, E'GH-4\\n'), (6, 'gh-4'), (7, 'IJ-5 ');
      `),
    );

    test("trims, and leaves to people those that differ in case", async () => {
      const plan = await operator.preview(faulty(code), "canonicalise-values");
      expect(plan).toMatchObject({ willChange: 2, skipped: 4 });
      expect(plan.sample.find(({ outcome }) => outcome === "skip")?.reason).toContain("but for blanks and case");
      expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 2, skipped: 4 });
      expect((await rowsOf(database.db, codes)).slice(0, 3)).toEqual(["(1,AB-1)", "(2,CD-2)", "(3,ef-3)"]);
    });

    test("writes a key in the letters of nearly all others, and leaves those alone that others would be like", async () => {
      const plan = await operator.preview(faulty({ ...code, letters: "capital" }), "canonicalise-values");
      expect(plan).toMatchObject({ willChange: 2, skipped: 4 });
      await run("delete from codes where id in (4, 5)");
      const again = await operator.preview(faulty({ ...code, letters: "capital" }), "canonicalise-values");
      const done = await operator.apply(again);
      expect(done).toMatchObject({ status: "succeeded", changed: 4, verification: { passed: true, after: 0 } });
      expect(await rowsOf(database.db, codes)).toEqual(["(1,AB-1)", "(2,CD-2)", "(3,EF-3)", "(6,GH-4)", "(7,IJ-5)"]);
    });

    test("leaves a value alone to which a foreign key leads, unless the key follows", async () => {
      await run(`
        create table uses (code text constraint "To code" references codes (code));
        insert into uses values (' CD-2 ');
      `);
      const plan = await operator.preview(faulty(code), "canonicalise-values");
      expect(await operator.skippedItems(plan.id)).toContainEqual({
        key: { id: "2" },
        reason: "Rows of public.uses refer to it by this very spelling.",
      });
      await run(`alter table uses drop constraint "To code";
        alter table uses add constraint "Follows" foreign key (code) references codes (code) on update cascade`);
      const before = [
        await imagesOf(database.db, codes),
        await rowsOf(database.db, { schema: "public", name: "uses" }),
      ];
      const following = await operator.preview(faulty(code), "canonicalise-values");
      expect(following.effects).toEqual([expect.stringContaining("ON UPDATE CASCADE of Follows")]);
      const done = await operator.apply(following);
      expect(await rowsOf(database.db, { schema: "public", name: "uses" })).toEqual(["(CD-2)"]);
      await operator.undo(done.id);
      expect([
        await imagesOf(database.db, codes),
        await rowsOf(database.db, { schema: "public", name: "uses" }),
      ]).toEqual(before);
    });

    test("keeps a child's value that its parent is spelt like, and mends one that its parent is not", async () => {
      await run(`
        create table uses (id integer primary key, code text);
        insert into uses values (1, ' CD-2 '), (2, ' AB-1'), (3, 'nowhere ');
        alter table uses add foreign key (code) references codes (code) not valid;
      `);
      const uses: ColumnTarget = { kind: "column", table: { schema: "public", name: "uses" }, column: "code" };
      const plan = await operator.preview(faulty(uses), "canonicalise-values");
      expect(await operator.skippedItems(plan.id)).toEqual(
        ["1", "3"].map((id) => ({
          key: { id },
          reason: "It names a row of public.codes, and none there is spelt as it would be then.",
        })),
      );
      expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 1 });
    });

    test("is refused for the key itself and for a generated column", async () => {
      await run(`
        create table keyed (code text primary key, made text generated always as (' x ' || code) stored);
        insert into keyed values (' a');
      `);
      const refused = (column: string) =>
        expect(
          operator.preview(
            faulty({ kind: "column", table: { schema: "public", name: "keyed" }, column }),
            "canonicalise-values",
          ),
        ).rejects;
      await refused("code").toThrow("is the key by which the rows are told apart");
      await refused("made").toThrow("is generated");
    });
  });
});
