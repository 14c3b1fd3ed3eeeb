import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inForce } from "@/lib/catalog/infer/in-force";
import { inferReferences } from "@/lib/catalog/infer/infer-references";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Engine } from "@/lib/db";
import { asRole } from "@/lib/runs/testing/as-role";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("rows that name an account of the sign-in without a foreign key", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const infer = async (engine: Engine) => inferReferences(engine.db, await readCatalog(engine.db));
  const look = async (check: "orphan_rows" | "missing_foreign_key", engine: Engine = database) => {
    const found = await catalogVerdicts(engine, check, inForce((await infer(engine)).candidates));
    return found.map(({ label, status, count }) => [label, status, count]);
  };

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema auth;
      create schema "Ops";
      create table auth.users (id uuid primary key, email text);
      create table "Ops"."Jobs" (id integer primary key, created_by uuid, batch_id uuid);
      create table todos (id integer primary key, user_id uuid);
      insert into auth.users select md5('u' || n)::uuid from generate_series(1, 40) as n;
      insert into "Ops"."Jobs" select n, md5('u' || 1 + n % 40)::uuid, gen_random_uuid() from generate_series(1, 100) as n;
      insert into todos select n, md5('u' || n)::uuid from generate_series(1, 43) as n`);
  });
  afterAll(() => database.drop());

  it("are checked like those of any other parent", async () => {
    expect((await look("orphan_rows")).toSorted()).toEqual([
      ["Ops.Jobs (created_by) → auth.users (id)", "passing", 0],
      ["public.todos (user_id) → auth.users (id)", "failing", 3],
    ]);
    expect((await look("missing_foreign_key")).map(([, status]) => status)).toEqual(["failing", "failing"]);
  });

  it("are only suggested where the accounts may not be read", async () => {
    await asRole(database, async (engine, role) => {
      await run(`grant select on todos to ${role}`);
      expect(await look("orphan_rows", engine)).toEqual([]);
      const { candidates } = await infer(engine);
      expect(candidates.find(({ table }) => table.name === "todos")).toMatchObject({
        confident: false,
        parent: { schema: "auth", name: "users" },
        evidence: { unknown: "Plumbline's database user may not read auth.users." },
      });
    });
  });

  it("name users of the business instead, where it keeps some", async () => {
    await run(`
      create table profiles (id uuid primary key references auth.users);
      insert into profiles select id from auth.users`);
    const labels = (await look("orphan_rows")).map(([label]) => label);
    expect(labels.filter((label) => `${label}`.includes("auth.users"))).toEqual([
      "public.profiles (id) → auth.users (id)",
    ]);
    await run("drop table profiles");
  });

  it("pass once a foreign key says it", async () => {
    await run(`
      delete from todos where id > 40;
      alter table todos add foreign key (user_id) references auth.users`);
    expect(await look("missing_foreign_key")).toContainEqual([
      "public.todos (user_id) → auth.users (id)",
      "passing",
      0,
    ]);
  });
});
