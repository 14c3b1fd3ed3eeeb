import { inspect } from "node:util";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { createLiteUser } from "./create-user";
import { deriveKeys } from "./keys";
import { createLiteApp, type LiteApp } from "./lite-app";

const secret = "only for this test, and long enough to be one";
const url = "http://supabase.plumbline.internal";
let database: TestDatabase;
let lite: LiteApp;
let admin: SupabaseClient;
let anon: SupabaseClient;

const clientWith = (key: string) =>
  createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => lite.fetch(input, init) },
  });

beforeAll(async () => {
  // The library writes what the database refuses to the console, which some of these tests provoke.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  database = await createTestDatabase();
  await database.pool.query(`
    create table public.guarded (id int primary key, note text);
    alter table public.guarded enable row level security;
    insert into public.guarded values (1, 'seen');
    create table public.strict (token text not null, n int check (n > 0));
    create table public.numbers (id int primary key, n numeric, at timestamptz, big bigint);
    insert into public.numbers values (1, 1.50, '2026-01-02 03:04:05.678901+00', 103);
  `);
  lite = createLiteApp({ databaseUrl: database.url, secret });
  const keys = deriveKeys(secret);
  admin = clientWith(keys.secretKey);
  anon = clientWith(keys.publishableKey);
});

afterAll(async () => {
  vi.restoreAllMocks();
  await lite.close();
  await database.drop();
});

it("makes no roles and grants nothing, even where a table has row security", async () => {
  const grants = "select relacl::text from pg_class where oid = 'public.guarded'::regclass";
  const roles = "select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role')";
  const before = await Promise.all([database.pool.query(grants), database.pool.query(roles)]);
  expect((await admin.from("guarded").select("note")).data).toEqual([{ note: "seen" }]);
  const after = await Promise.all([database.pool.query(grants), database.pool.query(roles)]);
  expect(after.map((result) => result.rows)).toEqual(before.map((result) => result.rows));
});

it("gives times and numbers as the hosted API does", async () => {
  const { data } = await admin.from("numbers").select("n, at").single();
  expect(data).toEqual({ n: 1.5, at: "2026-01-02T03:04:05.678901+00:00" });
});

it("finds a table that was made after it had learned the schema", async () => {
  await admin.from("guarded").select("id").limit(1);
  await database.pool.query("create table public.late (id int primary key); insert into public.late values (7)");
  expect((await admin.from("late").select("id")).data).toEqual([{ id: 7 }]);
});

it("finds a function that was made after it had learned the schema", async () => {
  expect((await admin.rpc("seven")).error?.code).toBe("PGRST202");
  await database.pool.query("create function public.seven() returns integer language sql return 7");
  await vi.waitFor(async () => expect((await admin.rpc("seven")).data).toBe(7), { timeout: 5_000 });
});

it("says what PostgreSQL refused by its own code, and prints no value of the row", async () => {
  const printed = vi.mocked(console.error);
  printed.mockClear();
  const refused = async (row: object) => {
    const { error, status } = await admin.from("strict").insert(row);
    return { code: error?.code, details: error?.details, status };
  };
  expect(await refused({ token: "abc123", n: 0 })).toEqual({
    code: "23514",
    details: "Failing row contains (abc123, 0).",
    status: 400,
  });
  expect(await refused({ n: 77 })).toEqual({ code: "23502", details: "Failing row contains (null, 77).", status: 400 });
  expect(printed).toHaveBeenCalledTimes(2);
  expect(inspect(printed.mock.calls)).not.toMatch(/abc123|77/);
});

it("reads on after a column has changed its type", async () => {
  expect((await admin.from("numbers").select("*").eq("big", "103")).data).toHaveLength(1);
  await database.pool.query("alter table public.numbers alter column big type text using big::text");
  const { data } = await admin.from("numbers").select("big").eq("big", "103").single();
  expect(data).toEqual({ big: "103" });
});

it("says which table is absent, and does not take it for empty", async () => {
  const { data, error } = await admin.from("nowhere").select("*");
  expect(data).toBeNull();
  expect(error?.code).toBe("PGRST205");
});

it("shows no schema but public", async () => {
  const { error } = await admin.schema("plumbline").from("operators").select("*");
  expect(error?.code).toBe("PGRST106");
});

it("takes no sign-ups", async () => {
  const { data, error } = await anon.auth.signUp({ email: "guest@example.com", password: "a long password" });
  expect(data.user).toBeNull();
  expect(error).not.toBeNull();
});

it("refuses a key that is not its own", async () => {
  const { error, status } = await clientWith("sb_secret_guessed").from("guarded").select("*");
  expect(error).not.toBeNull();
  expect(status).toBe(401);
});

it("a user made from the command line can sign in", async () => {
  const email = "maker@example.com";
  const id = await createLiteUser({ databaseUrl: database.url, secret, email, password: "a long password" });
  const { data } = await anon.auth.signInWithPassword({ email, password: "a long password" });
  expect(data.user?.id).toBe(id);
});
