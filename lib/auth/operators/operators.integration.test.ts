import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { parseConfig, setConfig } from "@/lib/config";
import { createLiteUser } from "@/lib/supabase/create-user";
import { deriveKeys } from "@/lib/supabase/keys";
import { createLiteApp, type LiteApp } from "@/lib/supabase/lite-app";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { addOperator } from "./add-operator";
import { changeOperatorPassword } from "./change-operator-password";
import { listOperators } from "./list-operators";
import { removeOperator } from "./remove-operator";

const secret = "only for this test, and long enough to be one";
const email = "ops@example.com";
let database: TestDatabase;
let lite: LiteApp;
const makeUser = vi.fn((address: string) =>
  createLiteUser({ databaseUrl: database.url, secret, email: address, password: "a long password" }),
);

beforeAll(async () => {
  database = await createTestDatabase();
  lite = createLiteApp({ databaseUrl: database.url, secret });
  setConfig({ ...parseConfig({ DATABASE_URL: database.url }, "/nowhere"), secret });
});

beforeEach(() => {
  makeUser.mockClear();
});

afterAll(async () => {
  await lite.close();
  await database.drop();
});

const listed = async () =>
  (await listOperators(database)).map(({ email, role, disabledAt }) => [email, role, !disabledAt]);

async function actions(): Promise<string[]> {
  const { rows } = await database.pool.query("select action from public.error_logs order by audit_seq");
  return rows.map((row) => row.action);
}

async function mayEnter(password: string): Promise<boolean> {
  const client = createClient("http://supabase.plumbline.internal", deriveKeys(secret).publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: lite.fetch },
  });
  return (await client.auth.signInWithPassword({ email, password })).error === null;
}

it("is added with an account, changed without another one, disabled and enabled again, all of it audited", async () => {
  expect(await addOperator(database, { email: "Ops@Example.com", role: "viewer" }, makeUser)).toEqual({
    email,
    role: "viewer",
    isNewUser: true,
  });
  expect(await addOperator(database, { email, role: "admin" }, makeUser)).toMatchObject({ isNewUser: false });
  expect(makeUser).toHaveBeenCalledTimes(1);
  expect(await listed()).toEqual([[email, "admin", true]]);
  await removeOperator(database, email);
  expect(await listed()).toEqual([[email, "admin", false]]);
  await addOperator(database, { email, role: "operator" }, makeUser);
  expect(await listed()).toEqual([[email, "operator", true]]);
  expect(await actions()).toEqual(["operator.add", "operator.change_role", "operator.disable", "operator.change_role"]);
});

it("gets another password, which ends every session and makes the old one useless", async () => {
  expect(await mayEnter("a long password")).toBe(true);
  await changeOperatorPassword(database, email, "an even longer password");
  expect((await database.pool.query("select from auth.sessions")).rowCount).toBe(0);
  expect((await database.pool.query("select from auth.users")).rowCount).toBe(1);
  expect(await mayEnter("a long password")).toBe(false);
  expect(await mayEnter("an even longer password")).toBe(true);
  expect((await actions()).at(-1)).toBe("operator.change_password");
});

it("a role or an e-mail that is none is refused before an account is made", async () => {
  await expect(addOperator(database, { email: "x@example.com", role: "boss" }, makeUser)).rejects.toThrow(/A role is/);
  await expect(addOperator(database, { email: "x", role: "viewer" }, makeUser)).rejects.toThrow(/not an e-mail/);
  expect(makeUser).not.toHaveBeenCalled();
});

it("somebody who is no operator can be neither removed nor given a password", async () => {
  await expect(removeOperator(database, "x@example.com")).rejects.toMatchObject({ code: "not_found" });
  const change = changeOperatorPassword(database, "x@example.com", "an even longer password");
  await expect(change).rejects.toMatchObject({ code: "not_found" });
});
