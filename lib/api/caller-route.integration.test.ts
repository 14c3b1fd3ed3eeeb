import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { createKey } from "@/lib/api-keys/create-key";
import { revokeKey } from "@/lib/api-keys/revoke-key";
import { rotateKey } from "@/lib/api-keys/rotate-key";
import { setAnyone } from "@/lib/api-keys/set-anyone";
import type { MadeKey } from "@/lib/api-keys/types";
import { parseConfig, setConfig } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { callerRoute } from "./caller-route";
import { defineOperation } from "./operation";
import { earlyInAMinute } from "./testing/early-in-a-minute";

const operation = defineOperation({
  id: "greet",
  method: "post",
  path: "/api/greetings/{channel}",
  scope: "sessions:write",
  summary: "Greets somebody",
  params: z.object({ channel: z.enum(["web", "voice"], "must be web or voice") }),
  headers: z.object({ "x-session-token": z.string("is missing").optional() }),
  body: z.object({ name: z.string("is missing"), age: z.number("must be a number").optional(), more: z.json() }),
  output: z.object({ greeting: z.string() }),
  status: 201,
});

const verb = vi.fn();
const POST = callerRoute(operation, verb);
const hasty = callerRoute({ ...operation, timeoutMs: 300 }, verb);
const body = { name: "Asha", more: null };

let database: TestDatabase;
let made: MadeKey;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.PLUMBLINE_ENGINE_URL = database.url;
  setConfig(parseConfig({ DATABASE_URL: database.url, PLUMBLINE_SECRET: "x".repeat(32) }, "/nowhere"));
});
afterAll(async () => {
  await getEngine().close();
  await database.drop();
});

let keys = 0;
beforeEach(async () => {
  vi.restoreAllMocks();
  verb.mockReset().mockImplementation(async (_caller, { body: { name } }) => ({ greeting: `Hello ${name}`, row: 7 }));
  keys += 1;
  made = await createKey(admin(), { name: `Web ${keys}`, scopes: ["sessions:write"], ratePerMinute: 40 });
});

const admin = () => contextAs("admin", database);

interface Call {
  search?: string;
  key?: string | null;
  body?: unknown;
  text?: BodyInit;
  headers?: Record<string, string>;
  channel?: string;
  handler?: typeof POST;
}

async function call({
  key = made.key,
  body: given = body,
  text,
  headers,
  search = "",
  channel = "web",
  handler = POST,
}: Call = {}) {
  const request = new Request(`http://plumbline.test/api/greetings${search}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }), ...headers },
    body: text ?? JSON.stringify(given),
    duplex: "half",
  } as RequestInit);
  const response = await handler(request, { params: Promise.resolve({ channel }) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const audited = async () => {
  const { rows } = await sql<{ action: string; message: string }>`
    select action, error_message as message from public.error_logs
    where details->>'key' = ${made.id} order by audit_seq
  `.execute(database.db);
  return rows;
};

test("a caller with a key is answered with what the document tells, and nothing else", async () => {
  const answer = await call({ headers: { "x-session-token": "abc", "x-other": "no" } });
  expect(answer).toMatchObject({ status: 201, body: { greeting: "Hello Asha" } });
  expect(answer.body).not.toHaveProperty("row");
  expect(answer.headers.get("ratelimit-limit")).toBe("40");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const [caller, received] = verb.mock.calls[0] ?? [];
  expect(caller).toMatchObject({ name: made.name, keyId: made.id, requestId: answer.headers.get("x-request-id") });
  expect(received).toEqual({
    params: { channel: "web" },
    query: undefined,
    headers: { "x-session-token": "abc" },
    body,
  });
});

test("what is wrong with a request is said in one sentence for every field", async () => {
  const { status, body: refused } = await call({ body: { age: "1", more: 1 }, channel: "fax" });
  expect(status).toBe(400);
  expect(refused.error).toEqual({
    code: "invalid",
    message: "The request is not valid. channel: must be web or voice. name: is missing. age: must be a number.",
    id: expect.any(String),
  });
  expect(await call({ search: "?from=%00" })).toMatchObject({
    status: 400,
    body: { error: { message: "query.from holds the character NUL, which cannot be stored. Remove it." } },
  });
});

test("a body that is too large, too deep, no JSON or cannot be stored is refused before the key is looked at", async () => {
  const deep = `${"[".repeat(40)}${"]".repeat(40)}`;
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(8192).fill(32)) });
  const refused: [Call, number, string][] = [
    [{ headers: { "content-type": "text/plain" } }, 415, "Content-Type: application/json"],
    [{ body: { name: "x".repeat(70_000) } }, 413, "larger than 64 kB"],
    [{ text: endless }, 413, "larger than 64 kB"],
    [{ text: deep }, 400, "more than 16 levels"],
    [{ text: "{" }, 400, "no valid JSON"],
    [{ text: "" }, 400, "empty"],
    [{ text: new Uint8Array([34, 0xff, 34]) }, 400, "not UTF-8"],
    [{ body: { name: "a\0b" } }, 400, "name holds the character NUL"],
    [{ body: { name: ["\ud800"] } }, 400, "name.0 holds half of a character"],
  ];
  for (const [given, status, words] of refused) {
    const answer = await call({ ...given, key: "none" });
    expect(answer, words).toMatchObject({ status, body: { error: { message: expect.stringContaining(words) } } });
  }
  expect(verb).not.toHaveBeenCalled();
});

test("whoever has no key, a wrong one or one for something else is refused, and the audit tells of it once a minute", async () => {
  const wrong = made.key.slice(0, -43) + "A".repeat(43);
  const narrow = await createKey(admin(), { name: `Narrow ${keys}`, scopes: ["metrics:read"], ratePerMinute: 9 });
  for (const key of [null, "nonsense", `plb_${"a".repeat(12)}_${"b".repeat(43)}`, wrong, wrong]) {
    const answer = await call({ key });
    expect(answer, String(key)).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(JSON.stringify(answer.body)).not.toContain("AAAA");
  }
  expect(await call({ key: narrow.key })).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining("not good for sessions:write, only for metrics:read") } },
  });
  expect(verb).not.toHaveBeenCalled();
  expect(await audited()).toEqual([
    { action: "api_key.create", message: expect.any(String) },
    { action: "api_key.refuse", message: expect.stringContaining("its secret is not the key's") },
  ]);
});

test("the old key lives as long as it was told beside the new one, and a revoked one not one call longer", async () => {
  const second = await rotateKey(admin(), { id: made.id, graceMinutes: 10 });
  expect((await call()).status).toBe(201);
  expect((await call({ key: second.key })).status).toBe(201);
  await sql`update plumbline.api_keys set previous_until = now() where id = ${made.id}`.execute(database.db);
  expect((await call()).status).toBe(401);
  const third = await rotateKey(admin(), { id: made.id, graceMinutes: 0 });
  expect((await call({ key: second.key })).status).toBe(401);
  expect((await call({ key: third.key })).status).toBe(201);
  await revokeKey(admin(), { id: made.id });
  expect((await call({ key: third.key })).status).toBe(401);
  await expect(rotateKey(admin(), { id: made.id, graceMinutes: 0 })).rejects.toThrow("revoked already");
});

test("callers without a key are let in where an admin says so, and counted by address", async () => {
  const reason = "A demonstration";
  await setAnyone(admin(), { scopes: ["sessions:write"], ratePerMinute: 2, reason });
  await earlyInAMinute(database.db);
  const from = (address: string) => call({ key: null, headers: { "x-forwarded-for": `forged, ${address}` } });
  expect([await from("10.0.0.1"), await from("10.0.0.1"), await from("10.0.0.1")].map(({ status }) => status)).toEqual([
    201, 201, 429,
  ]);
  expect((await from("10.0.0.2")).status).toBe(201);
  expect((await call({ key: "nonsense" })).status).toBe(401);
  await setAnyone(admin(), { scopes: [], ratePerMinute: 2, reason });
  expect((await from("10.0.0.2")).status).toBe(401);
  await expect(
    setAnyone(admin(), { scopes: ["metrics:read" as "sessions:read"], ratePerMinute: 2, reason }),
  ).rejects.toThrow("never open");
});

test("what the verb refuses is passed on, and what nobody expected is an id in the log", async () => {
  verb.mockRejectedValueOnce(new AppError("conflict", "It was sold a moment ago."));
  expect(await call()).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
  const written = vi.spyOn(log, "error").mockReturnValue(undefined);
  verb.mockRejectedValueOnce(new Error("secret of the house"));
  const failed = await call();
  expect(failed).toMatchObject({ status: 500, body: { error: { code: "internal", message: "Internal error" } } });
  verb.mockResolvedValueOnce({ greting: 1 });
  expect((await call()).status).toBe(500);
  expect(written.mock.calls[0]?.[0]).toMatchObject({ id: failed.body.error.id });
});

test("a caller is answered in time, and the work is told", async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // Under load the database may be asked for longer than that: then the verb is not begun.
  verb.mockImplementation(({ signal }) => {
    signal.addEventListener("abort", () => resolve(true));
    return new Promise(() => undefined);
  });
  const answer = await call({ handler: hasty });
  expect(answer).toMatchObject({
    status: 504,
    body: { error: { code: "timeout", message: expect.stringContaining("within 0.3 seconds") } },
  });
  if (verb.mock.calls.length > 0) expect(await promise).toBe(true);
});

test("what has not begun when time runs out never begins", async () => {
  const warned = vi.spyOn(log, "warn").mockReturnValue(undefined);
  const holder = await database.pool.connect();
  await holder.query("begin; lock table plumbline.api_keys in access exclusive mode");
  expect((await call({ handler: hasty })).status).toBe(504);
  await holder.query("rollback");
  holder.release();
  await vi.waitUntil(() => warned.mock.calls.length > 0, { timeout: 10_000 });
  expect(verb).not.toHaveBeenCalled();
});

test("only admins make, rotate and revoke keys, or open the door", async () => {
  for (const role of ["viewer", "operator"] as const) {
    const ctx = contextAs(role, database);
    for (const attempt of [
      createKey(ctx, { name: "Mine", scopes: ["sessions:read"], ratePerMinute: 1 }),
      rotateKey(ctx, { id: made.id, graceMinutes: 0 }),
      revokeKey(ctx, { id: made.id }),
      setAnyone(ctx, { scopes: ["sessions:read"], ratePerMinute: 1, reason: "Because" }),
    ]) {
      await expect(attempt).rejects.toThrow("role admin");
    }
  }
});

test("no secret of a key is in the database", async () => {
  const secret = made.key.slice(-43);
  const { rows } = await sql<{ text: string }>`
    select k::text as text from plumbline.api_keys as k
    union all
    select e::text from public.error_logs as e
  `.execute(database.db);
  expect(rows.length).toBeGreaterThan(1);
  for (const { text } of rows) expect(text).not.toContain(secret);
});
