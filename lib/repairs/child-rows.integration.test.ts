import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { asRole } from "@/lib/runs/testing/as-role";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";

const visits = { schema: "public", name: "visits" };
const target: ReferenceTarget = {
  kind: "reference",
  table: visits,
  columns: ["shop_id"],
  parent: { schema: "public", name: "shops" },
  parentColumns: ["id"],
  onDelete: "no action",
};
const orphans = { check: "orphan_rows", target } as const;

describe("rows of their own, wherever they are", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const preview = () => repairer(database).preview(orphans, "delete-orphans");
  const count = async (table: string) => (await run(`select count(*)::integer as n from ${table}`)).rows[0].n;

  beforeEach(async () => {
    database = await createTestDatabase();
    await run(`
      create table shops (id integer primary key);
      create table visits (id integer not null, day integer not null, shop_id integer, primary key (id, day))
        partition by list (day);
      create table visits_1 partition of visits for values in (1);
      alter table visits_1 add unique (id);
      insert into visits values (1, 1, 98), (2, 1, 99)`);
  });
  afterEach(() => database.drop());

  test("hold back a deletion by a foreign key that only a partition of theirs has", async () => {
    await run(`
      create table "Log Book" (id integer, visit integer, day integer) partition by list (day);
      create table "Log 1" partition of "Log Book" for values in (1);
      alter table "Log 1" add constraint "Of Visit" foreign key (visit, day) references visits on delete cascade;
      insert into "Log Book" values (1, 1, 1), (2, 1, 1), (3, 2, 1)`);
    await expect(preview()).rejects.toThrow("3 rows of public.Log Book (Of Visit) refer to them");
  });

  test("hold it back by a foreign key to a partition of the table", async () => {
    await run(`
      create table notes (id integer primary key, visit_id integer references visits_1 (id) on delete cascade);
      insert into notes values (1, 1), (2, 2)`);
    await expect(preview()).rejects.toThrow("2 rows of public.notes (notes_visit_id_fkey) refer to them");
  });

  test("hold it back from a schema that is not looked at otherwise", async () => {
    await run(`
      create schema supabase_functions;
      create table supabase_functions.photos (id integer primary key, visit_id integer references visits_1 (id) on delete cascade)`);
    const plan = await preview();
    await run("insert into supabase_functions.photos values (1, 2)");
    await expect(preview()).rejects.toThrow("1 row of supabase_functions.photos (photos_visit_id_fkey) refer to them");
    const applied = await repairer(database).apply(plan);
    expect(applied).toMatchObject({ status: "succeeded", changed: 1, skipped: 1 });
    expect(await count("supabase_functions.photos")).toBe(1);
  });

  test("are taken to be there where they cannot be counted", async () => {
    await run(`
      create schema "Closed";
      create table "Closed".files (id integer primary key, visit_id integer references visits_1 (id) on delete cascade)`);
    await asRole(database, async (engine) => {
      await run("grant select on shops, visits to public");
      const offered = await offerRepairs(contextAs("viewer", engine), orphans);
      expect(offered.find(({ repair }) => repair === "delete-orphans")?.refusal?.reason).toContain(
        "may not read Closed.files, which refers to these rows by the foreign key files_visit_id_fkey",
      );
    });
  });
});
