import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { serverVersion } from "@/lib/testing/server-version";
import { tryCheck } from "@/lib/testing/try-check";
import type { ReferenceTarget } from "./target";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "public", name: "bookings" },
  columns: ["room", "During"],
  parent: { schema: "public", name: "rates" },
  parentColumns: ["Room", "valid"],
  onDelete: "no action",
};

// They came with PostgreSQL 18.
describe.runIf((await serverVersion()) >= 180_000)("a temporal foreign key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const operator = () => repairer(database);

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create table rates ("Room" int4range, valid daterange, primary key ("Room", valid without overlaps));
      create table bookings (id integer primary key, room int4range, "During" daterange);
      insert into rates values ('[1,2)', '[2020-01-01,2021-01-01)'), ('[1,2)', '[2021-01-01,2022-01-01)');
      insert into bookings values (10, '[1,2)', '[2020-03-01,2021-06-01)');
      alter table bookings add constraint "Rated" foreign key (room, period "During")
        references rates ("Room", period valid) not valid`);
  });
  afterAll(() => database.drop());

  it("is not checked row by row: two parents together may cover one child", async () => {
    expect(await tryCheck(database, "orphan_rows", target)).toMatchObject({
      status: "not_checked",
      count: null,
      reason: expect.stringContaining("Rated is a temporal foreign key"),
    });
  });

  it("gives no rows to repair", async () => {
    const preview = operator().preview({ check: "orphan_rows", target }, "delete-orphans");
    await expect(preview).rejects.toThrow("Rated is a temporal foreign key");
  });

  it("can be validated, as PostgreSQL compares", async () => {
    const run = await operator().repair({ check: "unvalidated_constraint", target }, "validate-constraint");
    expect(run.status).toBe("succeeded");
    expect(await tryCheck(database, "orphan_rows", target)).toMatchObject({ status: "passing", how: "proved" });
  });

  it("holds back the deletion of a row whose time a child's overlaps", async () => {
    await run(`
      create table hotels (id integer primary key);
      alter table rates add hotel_id integer;
      update rates set hotel_id = 7 where valid @> date '2020-06-01'`);
    const rates = { ...target, table: target.parent, columns: ["hotel_id"], parentColumns: ["id"] };
    const orphans = { ...rates, parent: { schema: "public", name: "hotels" } };
    const preview = operator().preview({ check: "orphan_rows", target: orphans }, "delete-orphans");
    await expect(preview).rejects.toThrow("1 row of public.bookings (Rated) refer to them");
  });
});
