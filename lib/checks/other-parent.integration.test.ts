import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { tryCheck } from "@/lib/testing/try-check";
import type { LinkTarget, ReferenceTarget } from "./target";

const calls = { schema: "public", name: "calls" };
const reference: ReferenceTarget = {
  kind: "reference",
  table: calls,
  columns: ["User Id"],
  parent: { schema: "public", name: "profiles" },
  parentColumns: ["id"],
  onDelete: "no action",
};
const link: LinkTarget = {
  kind: "link",
  table: calls,
  column: "User Id",
  parent: reference.parent,
  parentKey: "id",
  email: { child: "email", parent: "email" },
  phone: { child: "phone", parent: "phone" },
  copies: {},
  callingCode: "49",
};
const codes = ["orphan_rows", "missing_foreign_key", "unvalidated_constraint", "unindexed_foreign_key"] as const;
const links = ["unlinked_rows", "ambiguous_links"] as const;
const findings = [
  ...codes.map((check) => ({ check, target: reference })),
  ...links.map((check) => ({ check, target: link })),
];
const reason = "calls (User Id) belongs to app.users by the foreign key Whose";

describe("a promised reference whose column belongs to another table", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create schema app;
      create table app.users (id integer primary key);
      create table profiles (id integer primary key, email text, phone text);
      create table calls (
        id integer primary key, "User Id" integer constraint "Whose" references app.users, email text, phone text
      );
      insert into app.users values (501);
      insert into calls values (1, 501, 'a@example.test', null)`);
  });
  afterAll(() => database.drop());

  it.each(findings)("is not checked for $check", async ({ check, target }) => {
    expect(await tryCheck(database, check, target)).toMatchObject({
      status: "not_checked",
      count: null,
      reason: expect.stringContaining(reason),
    });
  });

  it.each(findings)("has no repair for $check", async (finding) => {
    for (const { refusal } of await offerRepairs(contextAs("viewer", database), finding))
      expect(refusal?.reason).toContain(reason);
  });

  it("is refused a preview of a finding from before", async () => {
    const preview = repairer(database).preview({ check: "orphan_rows", target: reference }, "delete-orphans");
    await expect(preview).rejects.toThrow(reason);
  });

  it("is checked where the other key proves nothing, or where the promised one is there too", async () => {
    await run('alter table calls drop constraint "Whose"');
    await run('alter table calls add constraint "Whose" foreign key ("User Id") references app.users not valid');
    expect(await tryCheck(database, "orphan_rows", reference)).toMatchObject({ status: "failing", count: 1 });
    await run('alter table calls validate constraint "Whose"');
    await run('alter table calls add constraint "Both" foreign key ("User Id") references profiles not valid');
    expect(await tryCheck(database, "orphan_rows", reference)).toMatchObject({ status: "failing", count: 1 });
  });
});
