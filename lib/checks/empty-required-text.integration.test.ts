import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import type { ColumnTarget } from "./target";

const target: ColumnTarget = {
  kind: "column",
  table: { schema: "Sales Dept", name: "Visits" },
  column: "The Token",
  requiredWhen: { column: "State", equals: "it's live" },
};

describe("empty_required_text", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = (of = target) => tryCheck(database, "empty_required_text", of);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create type "Sales Dept"."Visit State" as enum ('it''s live', 'over');
      create table "Sales Dept"."Visits" (id integer primary key, "The Token" text, "State" "Sales Dept"."Visit State");
      insert into "Sales Dept"."Visits" values (1, 'abc', 'it''s live'), (2, ' 0 ', 'it''s live');
    `);
  });
  afterAll(() => database.drop());

  it("passes where the text is there", async () => {
    expect(await look()).toMatchObject({ status: "passing", count: 0, how: "exact" });
  });

  it("does not count rows whose status does not require it", async () => {
    await run(`insert into "Sales Dept"."Visits" values (10, null, 'over'), (11, '', 'over'), (12, null, null)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });

  it("counts NULL, nothing and blanks alike", async () => {
    await run(`insert into "Sales Dept"."Visits" values
      (20, null, 'it''s live'), (21, '', 'it''s live'), (22, E' \\t\\n', 'it''s live')`);
    const found = await look();
    expect(found).toMatchObject({ status: "failing", count: 3 });
    expect(found.sample.map(({ id }) => id)).toEqual(["20", "21", "22"]);
  });

  it("asks it of every row where no status is named", async () => {
    expect(await look({ ...target, requiredWhen: undefined })).toMatchObject({ status: "failing", count: 6 });
  });

  it("passes once those rows are ended", async () => {
    await run(`update "Sales Dept"."Visits" set "State" = 'over' where id in (20, 21, 22)`);
    expect(await look()).toMatchObject({ status: "passing", count: 0 });
  });
});
