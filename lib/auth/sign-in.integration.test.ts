import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createEngine, type Engine } from "@/lib/db";
import { createLiteUser } from "@/lib/supabase/create-user";
import { deriveKeys } from "@/lib/supabase/keys";
import { createLiteApp, type LiteApp } from "@/lib/supabase/lite-app";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { identify } from "./current-operator";
import { addOperator } from "./operators/add-operator";
import { removeOperator } from "./operators/remove-operator";
import { signIn } from "./sign-in";
import { limits } from "./sign-in-attempts";

const secret = "only for this test, and long enough to be one";
const password = "a long password";
const generic = "Email or password is not right.";
let database: TestDatabase;
let lite: LiteApp;

const clientOf = (app: LiteApp): SupabaseClient =>
  createClient("http://supabase.plumbline.internal", deriveKeys(secret).publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: app.fetch },
  });

const attempt = (input: object, { engine = database as Engine, address = "192.0.2.1", client = clientOf(lite) } = {}) =>
  signIn({ client, engine, input, address });

const makeUser = (email: string) => createLiteUser({ databaseUrl: database.url, secret, email, password });

beforeAll(async () => {
  database = await createTestDatabase();
  lite = createLiteApp({ databaseUrl: database.url, secret });
  await addOperator(database, { email: "ops@example.com", role: "operator" }, makeUser);
  await addOperator(database, { email: "gone@example.com", role: "admin" }, makeUser);
  await removeOperator(database, "gone@example.com");
  await makeUser("customer@example.com");
});

beforeEach(() => database.pool.query("truncate plumbline.sign_in_attempts"));

afterAll(async () => {
  await lite.close();
  await database.drop();
});

it("an operator gets in, whatever the case of the e-mail", async () => {
  const operator = await attempt({ email: " Ops@Example.com ", password });
  expect(operator).toMatchObject({ email: "ops@example.com", role: "operator" });
});

it.each([
  ["a wrong password", { email: "ops@example.com", password: "another password" }],
  ["an unknown e-mail", { email: "nobody@example.com", password }],
  ["a user who is no operator", { email: "customer@example.com", password }],
  ["a disabled operator", { email: "gone@example.com", password }],
  ["no e-mail at all", { email: "ops", password }],
  ["nothing", {}],
])("%s is refused in the same words", async (_who, input) => {
  await expect(attempt(input)).rejects.toMatchObject({ code: "unauthenticated", message: generic });
});

it("a user who is no operator keeps no session", async () => {
  const client = clientOf(lite);
  await expect(attempt({ email: "customer@example.com", password }, { client })).rejects.toThrow(generic);
  expect((await client.auth.getSession()).data.session).toBeNull();
});

it("both outcomes are in the audit", async () => {
  await attempt({ email: "ops@example.com", password });
  await expect(attempt({ email: "ops@example.com", password: "wrong" })).rejects.toThrow(generic);
  const { rows } = await database.pool.query(
    "select action, actor, details::text from public.error_logs order by audit_seq desc limit 2",
  );
  expect(rows).toEqual([
    { action: "auth.sign_in_failed", actor: "ops@example.com", details: "{}" },
    { action: "auth.sign_in", actor: "ops@example.com", details: "{}" },
  ]);
});

it("too many attempts on one e-mail are refused, also by a second web process and with the right password", async () => {
  const other = createEngine(database.url);
  const wrong = { email: "ops@example.com", password: "wrong" };
  const tries = Array.from({ length: limits.perEmail }, (_, index) =>
    attempt(wrong, { engine: index % 2 ? other : database, address: `192.0.2.${index}` }).catch((error) => error.code),
  );
  expect(new Set(await Promise.all(tries))).toEqual(new Set(["unauthenticated"]));
  for (const engine of [database, other]) {
    const refused = attempt({ email: "ops@example.com", password }, { engine, address: "198.51.100.7" });
    await expect(refused).rejects.toMatchObject({ code: "refused", message: /Wait 15 minutes/ });
  }
  await other.close();
});

it("too many attempts from one address are refused, whatever the e-mail", async () => {
  await expect(attempt({ email: "a@example.com", password })).rejects.toThrow(generic);
  const { rows } = await database.pool.query("select key from plumbline.sign_in_attempts where key like 'address:%'");
  await database.pool.query("insert into plumbline.sign_in_attempts (key) select $1 from generate_series(1, $2::int)", [
    rows[0].key,
    limits.perAddress,
  ]);
  await expect(attempt({ email: "ops@example.com", password })).rejects.toMatchObject({ code: "refused" });
  await attempt({ email: "ops@example.com", password }, { address: "203.0.113.9" });
});

it("getting in costs the address nothing, and forgives it nothing", async () => {
  const count = async () => {
    const { rows } = await database.pool.query(
      "select count(*)::int as n from plumbline.sign_in_attempts where key like 'address:%'",
    );
    return rows[0].n;
  };
  await expect(attempt({ email: "a@example.com", password })).rejects.toThrow(generic);
  for (let index = 0; index < 3; index++) await attempt({ email: "ops@example.com", password });
  expect(await count()).toBe(1);
});

it("attempts of long ago do not count, and neither do those before getting in", async () => {
  for (let index = 0; index < limits.perEmail - 1; index++) {
    await expect(attempt({ email: "ops@example.com", password: "wrong" })).rejects.toThrow(generic);
  }
  await attempt({ email: "ops@example.com", password });
  await expect(attempt({ email: "ops@example.com", password: "wrong" })).rejects.toThrow(generic);
  await database.pool.query("update plumbline.sign_in_attempts set at = now() - interval '16 minutes'");
  await attempt({ email: "ops@example.com", password });
}, 60_000);

it("neither e-mail nor address is kept in the clear", async () => {
  await expect(attempt({ email: "ops@example.com", password: "wrong" })).rejects.toThrow(generic);
  const { rows } = await database.pool.query("select string_agg(key, ' ') as keys from plumbline.sign_in_attempts");
  expect(rows[0].keys).not.toMatch(/ops@|192\.0\.2/);
});

it("somebody who is disabled is out with the next request", async () => {
  await addOperator(database, { email: "brief@example.com", role: "viewer" }, makeUser);
  const client = clientOf(lite);
  await attempt({ email: "brief@example.com", password }, { client });
  expect(await identify(client, database, { isFresh: false })).toMatchObject({ role: "viewer" });
  await removeOperator(database, "brief@example.com");
  expect(await identify(client, database, { isFresh: false })).toBeNull();
  expect(await identify(client, database, { isFresh: true })).toBeNull();
});
