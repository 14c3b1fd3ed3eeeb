import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CustomTarget, RangeTarget } from "@/lib/checks/target";
import { createPlan } from "@/lib/plans/create-plan";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { startRun } from "@/lib/runs/start-run";
import { auditCounts, imagesOf, keptBy, repairer, rowsOf, storeFinding } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";

const table = { schema: "Sales Dept", name: 'Order "Lines"' };
const target: CustomTarget = {
  kind: "custom",
  table,
  id: "negative",
  name: "Negative amounts",
  severity: "error",
  owner: "finance",
  description: "",
  // A column that Plumbline's own work list has, too.
  rule: { form: "predicate", sql: `"Amount" < 0\n and reason is not null -- by mistake` },
};
const faulty = { check: "custom_check", target } as const;
const halve = { set: { Amount: `"Amount" * -1`, "It's \\ paid": "'no''t -- yet'", At: "null" } };

describe("custom", () => {
  let database: TestDatabase;
  let admin: ReturnType<typeof repairer>;
  const run = (text: string) => database.pool.query(text);
  const preview = (input: object, finding: Parameters<typeof admin.preview>[0] = faulty) =>
    admin.preview(finding, "custom", input);

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = repairer(database, "admin");
    await run("create sequence public.numbers");
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    await run(`
      drop schema if exists "Sales Dept" cascade;
      create schema "Sales Dept";
      create table "Sales Dept"."Order ""Lines""" (
        "No" integer, "Region" text, "Amount" integer, "It's \\ paid" text, "At" date, reason text default 'x',
        "Twice" integer generated always as ("Amount" * 2) stored, primary key ("No", "Region")
      );
      insert into "Sales Dept"."Order ""Lines""" ("No", "Region", "Amount", "At")
        select n, 'n', n - 4, date '2026-01-01' from generate_series(1, 8) as n;
    `);
  });

  test("sets what was written in the rows that were previewed, and is undone byte for byte", async () => {
    const before = await imagesOf(database.db, table);
    const plan = await preview(halve);
    expect(plan).toMatchObject({ willChange: 3, skipped: 0 });
    expect(plan.sample[0]?.after).toMatchObject({ Amount: "3", "It's \\ paid": "no't -- yet", At: null });
    expect(await imagesOf(database.db, table)).toEqual(before);

    const done = await admin.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 3, verification: { passed: true, after: 0 } });
    expect(await keptBy(database.db, done.id)).toHaveLength(3);
    expect(await auditCounts(database.db, done.id)).toEqual({ CUSTOM_REPAIR: 3 });
    expect(await admin.undo(done.id)).toMatchObject({ status: "succeeded", changed: 3 });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("deletes only rows that satisfy the condition, with the phrase, and brings them back", async () => {
    const before = await rowsOf(database.db, table);
    const plan = await preview({ action: "delete", where: `t."Amount" < -1 -- not the last` });
    expect(plan).toMatchObject({ willChange: 2, skipped: 1, confirmation: { kind: "phrase" } });
    expect(await admin.skippedItems(plan.id)).toMatchObject([{ reason: "It does not satisfy the condition." }]);
    const done = await admin.apply(plan);
    expect(done).toMatchObject({ status: "succeeded", changed: 2 });
    expect(await rowsOf(database.db, table)).toHaveLength(6);
    await admin.undo(done.id);
    expect(await rowsOf(database.db, table)).toEqual(before);
  });

  test("does not delete rows that others refer to", async () => {
    await run(`
      create table owned (no integer, region text,
        foreign key (no, region) references "Sales Dept"."Order ""Lines""" on delete cascade);
      insert into owned values (1, 'n');
    `);
    await expect(preview({ action: "delete" })).rejects.toThrow("1 row of public.owned");
  });

  test("mends findings of other checks whose rows only a person can judge", async () => {
    const range: RangeTarget = { kind: "range", table, column: "Amount", min: "0" };
    const done = await admin.repair({ check: "values_out_of_range", target: range }, "custom", {
      set: { Amount: 'abs(t."Amount")' },
    });
    expect(done).toMatchObject({ status: "succeeded", changed: 3, verification: { passed: true } });
  });

  test("rolls everything back where a row still has the fault", async () => {
    const before = await imagesOf(database.db, table);
    const done = await admin.repair(faulty, "custom", { set: { Amount: `"Amount" + 1` } });
    expect(done).toMatchObject({ status: "failed", error: expect.stringContaining("still had the fault") });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test.each([
    ["two values", `1), ("At") = (null`],
    ["a second column", `1, "At" = null`],
    ["a second statement", `1; drop table "Sales Dept"."Order ""Lines"""; --`],
    ["a bracket that closes ours", `1) from "Sales Dept"."Order ""Lines""" as t) --`],
    ["the end of a CASE", "1 end, case when true then 2"],
    ["another branch of a CASE", "1 else 2"],
    ["a comment without an end", "1 /* "],
    ["a parameter", "$1"],
    ["a query", "select 1"],
    ["a union", "1 union select 2"],
    ["a column of our own tables", "plan_id is null"],
    ["a value of another type", "'many'"],
    ["a function that writes", "nextval('public.numbers')"],
    ["a long wait", "(select 1 from pg_sleep(6))"],
  ])("refuses %s in a value, says why, and plans nothing", async (what, text) => {
    const started = Date.now();
    const plans = async () => (await run("select id from plumbline.plans order by id")).rows;
    const before = await plans();
    await expect(preview({ set: { Amount: text } })).rejects.toThrow("The value of Amount cannot be used.");
    if (what === "a long wait") expect(Date.now() - started).toBeLessThan(20_000);
    expect(await plans()).toEqual(before);
  });

  test.each([
    ["always true besides", "true) or (true"],
    ["no condition", "5"],
    ["a second condition", "true), (false"],
  ])("refuses a condition that is %s", async (_, where) => {
    await expect(preview({ ...halve, where })).rejects.toThrow("The condition cannot be used.");
  });

  test("refuses columns that cannot be set, and an update that sets nothing", async () => {
    for (const column of ["No", "Twice", "gone"]) {
      await expect(preview({ set: { [column]: "1" } })).rejects.toThrow(`${column} of Sales Dept.Order "Lines" cannot`);
    }
    await expect(preview({ set: { Amount: " " } })).rejects.toThrow("Write the new value of Amount.");
    await expect(preview({})).rejects.toThrow("Write a new value for at least one column.");
    await expect(preview({ set: { Amount: "1\n" + "+ 1" } })).rejects.toThrow("Write it on one line.");
  });

  test("refuses a table without a key, the audit history, and tables that are not the business's", async () => {
    await run("create table loose (n integer); insert into loose values (1)");
    const on = (schema: string, name: string) =>
      preview(halve, {
        ...faulty,
        target: { ...target, id: name, table: { schema, name }, rule: { form: "predicate", sql: "true" } },
      });
    await expect(on("public", "loose")).rejects.toThrow("neither a primary key nor a unique key");
    await expect(on("public", "error_logs")).rejects.toThrow("The audit history is only ever added to.");
    await expect(on("plumbline", "runs")).rejects.toThrow("plumbline.runs");
    await expect(on("auth", "users")).rejects.toThrow("auth.users");
  });

  test("is for admins: an operator is told so, previews nothing, and starts no plan of it", async () => {
    const operator = contextAs("operator", database);
    const [offer] = await offerRepairs(operator, faulty);
    expect(offer).toMatchObject({
      repair: "custom",
      fields: [],
      refusal: { reason: expect.stringContaining("admin") },
    });
    expect((await offerRepairs(admin.ctx, faulty))[0]).toMatchObject({
      refusal: null,
      fields: [
        { kind: "select" },
        { kind: "assignments", columns: ["Amount", "It's \\ paid", "At", "reason"] },
        { kind: "text" },
      ],
    });
    const findingId = await storeFinding(database.db, faulty);
    await expect(createPlan(operator, { findingId, repair: "custom", input: halve })).rejects.toThrow(
      "needs the role admin",
    );
    const { id: planId, hash } = await preview(halve);
    await expect(startRun(operator, { planId, hash, reason: "as the test says" })).rejects.toThrow(
      "needs the role admin",
    );
  });
});
