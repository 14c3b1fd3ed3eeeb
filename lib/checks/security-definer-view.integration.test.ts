import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { ensureApiRoles } from "@/lib/testing/api-roles";
import { serverVersion } from "@/lib/testing/server-version";
import { sentencesOf, verdictsOf } from "@/lib/testing/verdicts-of";

const view = 'public."My Notes"';
// Before PostgreSQL 15 a view cannot be told to ask as its reader; then it is closed to the API.
const isOld = (await serverVersion()) < 150_000;
const narrow = isOld ? `revoke select on ${view} from anon` : `alter view ${view} set (security_invoker = on)`;
const widen = isOld ? `grant select on ${view} to anon` : `alter view ${view} reset (security_invoker)`;

describe("security_definer_view", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await ensureApiRoles(database);
    await run(`
      create schema private;
      create table private."Secret Notes" (id integer primary key);
      create view ${view} as select * from private."Secret Notes";
      grant usage on schema public to anon;
      grant select on ${view} to anon;
      ${narrow};
    `);
  });
  afterAll(() => database.drop());

  it("passes where a view reads with the rights of whoever asks", async () => {
    expect(await verdictsOf(database, "security_definer_view")).toEqual(
      isOld ? {} : { "public.My Notes": "passing 0" },
    );
  });

  it("does not report views that the API does not reach, or that read no table", async () => {
    await run(`
      create view private.notes as select * from private."Secret Notes";
      create view public.inner_notes as select * from private."Secret Notes";
      create view public.now as select now() as now;
      grant select on public.now to anon;
    `);
    expect(await sentencesOf(database, "security_definer_view")).toEqual([]);
  });

  it("fails where the API reads with the owner's rights, through another view and from kept rows too", async () => {
    await run(`
      ${widen};
      create view public.outer_notes as select * from private.notes;
      create materialized view public.kept_notes as select * from private."Secret Notes";
      grant select on public.outer_notes, public.kept_notes to anon;
    `);
    const wide = "and reads with the rights of its owner, past the row-level security of its tables.";
    expect(await sentencesOf(database, "security_definer_view")).toEqual([
      `The view My Notes is open to anon ${wide}`,
      "The materialised view kept_notes is open to anon, and row-level security does not apply to what it keeps.",
      `The view outer_notes is open to anon ${wide}`,
    ]);
  });

  it("passes once the view asks as its reader, and the others are closed", async () => {
    await run(`
      ${narrow};
      revoke all on public.outer_notes, public.kept_notes from anon;
    `);
    expect(await sentencesOf(database, "security_definer_view")).toEqual([]);
  });
});
