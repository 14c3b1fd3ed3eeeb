import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { allOperations } from "@/lib/api/all-operations";
import type { callerRoute } from "@/lib/api/caller-route";
import { createKey } from "@/lib/api-keys/create-key";
import { scopeNames } from "@/lib/api-keys/scopes";
import { parseConfig, setConfig } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { log } from "@/lib/log";
import { openLiteApp } from "@/lib/supabase/lite-app";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { openApiDocument } from "./document";

const root = path.resolve(import.meta.dirname, "../../..");
const document = openApiDocument(allOperations);
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(document, "document");

type Handler = ReturnType<typeof callerRoute>;
const handlers = new Map<string, Handler>();
const keys: Record<string, string> = {};
/** Every answer that was given and is as the document says: "startSession 200". */
const given = new Set<string>();

let database: TestDatabase;
beforeAll(async () => {
  // The library writes what the database refuses to the console.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  vi.spyOn(log, "warn").mockReturnValue(undefined);
  vi.spyOn(log, "error").mockReturnValue(undefined);
  database = await createDemoDatabase();
  process.env.PLUMBLINE_ENGINE_URL = database.url;
  setConfig(parseConfig({ DATABASE_URL: database.url, PLUMBLINE_SECRET: "x".repeat(32) }, "/nowhere"));
  for (const file of globSync("app/api/**/route.ts", { cwd: root })) {
    if (!readFileSync(path.join(root, file), "utf8").includes("callerRoute(")) continue;
    const module: Record<string, Handler> = await import(path.join(root, file));
    for (const handler of Object.values(module)) handlers.set(handler.operation.id, handler);
  }
  const admin = contextAs("admin", database);
  const often = { scopes: scopeNames, ratePerMinute: 100_000 };
  keys.all = (await createKey(admin, { name: "All", ...often })).key;
  for (const { id, scope } of allOperations) {
    const others = scopeNames.filter((name) => name !== scope);
    keys[`${id} not`] = (await createKey(admin, { name: `${id} not`, ...often, scopes: others })).key;
    keys[`${id} once`] = (await createKey(admin, { name: `${id} once`, scopes: [scope], ratePerMinute: 1 })).key;
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await openLiteApp()?.close();
  await getEngine().close();
  await database.drop();
});

interface Call {
  key?: string | null;
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Calls it and holds the answer to the document. */
async function call(id: string, { key = keys.all, params = {}, query = "", headers, body }: Call = {}) {
  const handler = handlers.get(id);
  if (!handler) throw new Error(`No route answers ${id}.`);
  const { method, path: pattern } = handler.operation;
  const sent = new Request(`http://plumbline.test${pattern.replaceAll(/[{}]/g, "")}${query}`, {
    method: method.toUpperCase(),
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const response = await handler(sent, { params: Promise.resolve(params) });
  const text = await response.text();
  const { status } = response;
  const where = `#/paths/${pattern.replaceAll("/", "~1")}/${method}/responses/${status}`;
  const media = response.headers.get("content-type") ?? "";
  const schema = `document${where}/content/${encodeURIComponent(media.replaceAll("/", "~1"))}/schema`;
  const answer: unknown = media === "application/json" ? JSON.parse(text) : text;
  const isDocumented = ajv.validate({ $ref: schema }, answer);
  expect(isDocumented, `${id} ${status}: ${ajv.errorsText()} in ${text}`).toBe(true);
  expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  given.add(`${id} ${status}`);
  return { status, answer };
}

const Token = z.object({ session_token: z.string() });
const Described = z.object({ responses: z.record(z.string(), z.unknown()) });
const Session = z.object({ session: z.object({ id: z.string() }) });

/** Calls it while the database is otherwise, which is taken back. */
async function whileSo(otherwise: string, back: string, work: () => Promise<unknown>): Promise<void> {
  await sql.raw(otherwise).execute(database.db);
  await work();
  await sql.raw(back).execute(database.db);
}

test.each(allOperations)("$id refuses what every route refuses, as the document says", async ({ id, body }) => {
  const sent = body ? { body: {} } : {};
  expect(await call(id, { ...sent, key: null })).toMatchObject({ status: 401 });
  expect(await call(id, { ...sent, key: keys[`${id} not`] })).toMatchObject({ status: 403 });
  expect(await call(id, { ...sent, query: "?a=%00" })).toMatchObject({ status: 400 });
  const once = { ...sent, key: keys[`${id} once`], query: "?a=%00" };
  await vi.waitUntil(async () => (await call(id, once)).status === 429, { interval: 1 });
  if (body) {
    expect(await call(id, { body: "x".repeat(70_000) })).toMatchObject({ status: 413 });
    expect(await call(id, { body: {}, headers: { "content-type": "text/plain" } })).toMatchObject({ status: 415 });
  }
  const lost = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  const connect = vi.spyOn(getEngine().pool, "connect").mockImplementation(() => Promise.reject(lost));
  expect(await call(id, sent)).toMatchObject({ status: 503 });
  connect.mockRestore();
});

test("customer sessions answer as the document says", async () => {
  const body = { phone: "+919876500001", channel: "chat", customer_id: "103" };
  const { status, answer } = await call("startSession", { body });
  expect(status).toBe(200);
  const headers = { "x-session-token": Token.parse(answer).session_token };
  expect(await call("getSession", { headers })).toMatchObject({ status: 200 });
  await sql`update public.sessions set last_activity = now() - interval '1 hour' where phone = ${body.phone}`.execute(
    database.db,
  );
  await whileSo(
    "alter table public.sessions add constraint nobody check (phone <> '+919876500001') not valid",
    "alter table public.sessions drop constraint nobody",
    async () => {
      expect(await call("getSession", { headers })).toMatchObject({ status: 422 });
      expect(await call("endSession", { headers })).toMatchObject({ status: 422 });
    },
  );
  expect(await call("endSession", { headers })).toMatchObject({ status: 200 });
  expect(await call("startSession", { body: { ...body, customer_id: "0103" } })).toMatchObject({ status: 422 });
  await whileSo(
    "alter table public.sessions rename to others",
    "alter table public.others rename to sessions",
    async () => {
      expect(await call("startSession", { body })).toMatchObject({ status: 404 });
      expect(await call("getSession", { headers })).toMatchObject({ status: 404 });
      expect(await call("endSession", { headers })).toMatchObject({ status: 404 });
    },
  );
});

test("channel sessions answer as the document says", async () => {
  const params = { channel: "web" };
  expect(await call("createChannelSession", { params, body: {} })).toMatchObject({ status: 422 });
  await sql`alter table public.web_sessions alter column lead_id drop not null`.execute(database.db);
  const { status, answer } = await call("createChannelSession", { params, body: {} });
  expect(status).toBe(201);
  const session = Session.parse(answer).session.id;
  const mine = { ...params, session };
  await whileSo(
    "alter table public.web_sessions add constraint nobody check (customer_name <> 'Nobody') not valid",
    "alter table public.web_sessions drop constraint nobody",
    async () => {
      expect(await call("updateSessionProfile", { params: mine, body: { name: "Nobody" } })).toMatchObject({
        status: 422,
      });
    },
  );
  const profile = { name: "Asha", email: "asha.document@example.com" };
  expect(await call("updateSessionProfile", { params: mine, body: profile })).toMatchObject({ status: 200 });
  expect(await call("ensureAllLeads", { params: mine })).toMatchObject({ status: 200 });
  const other = await call("createChannelSession", { params, body: {} });
  const unlinked = { ...params, session: Session.parse(other.answer).session.id };
  await sql`update public.web_sessions set customer_email = 'nobody@example.com' where id = ${unlinked.session}`.execute(
    database.db,
  );
  await whileSo(
    "alter table public.all_leads add constraint nobody check (email <> 'nobody@example.com') not valid",
    "alter table public.all_leads drop constraint nobody",
    async () => {
      expect(await call("ensureAllLeads", { params: unlinked })).toMatchObject({ status: 422 });
    },
  );
  const nowhere = { ...params, session: randomUUID() };
  expect(await call("updateSessionProfile", { params: nowhere, body: profile })).toMatchObject({ status: 404 });
  expect(await call("ensureAllLeads", { params: nowhere })).toMatchObject({ status: 404 });
  await whileSo(
    "alter table public.web_sessions rename to others",
    "alter table public.others rename to web_sessions",
    async () => {
      expect(await call("createChannelSession", { params, body: {} })).toMatchObject({ status: 404 });
    },
  );
});

test("the marketplace answers as the document says", async () => {
  const { rows } = await sql<{ id: string }>`
    insert into public.all_leads (name, email) values ('New', 'new.document@example.com') returning id
  `.execute(database.db);
  const body = { lead_id: rows[0]?.id, agent_id: randomUUID(), price: 149.5 };
  expect(await call("purchaseLead", { body })).toMatchObject({ status: 422 });
  await sql`alter table public.lead_purchases alter column id set default gen_random_uuid()`.execute(database.db);
  expect(await call("purchaseLead", { body })).toMatchObject({ status: 201 });
  expect(await call("purchaseLead", { body })).toMatchObject({ status: 409 });
  expect(await call("purchaseLead", { body: { ...body, lead_id: randomUUID() } })).toMatchObject({ status: 404 });
});

test("conversations answer as the document says", async () => {
  const { rows } = await sql<{ user_id: string }>`select id as user_id from public.profiles limit 1`.execute(
    database.db,
  );
  const user_id = String(rows[0]?.user_id);
  const conversation_id = randomUUID();
  const words = { conversation_id, role: "user", content: "Hello" };
  const first = { ...words, agent_id: randomUUID(), user_id };
  expect(await call("sendMessage", { body: words })).toMatchObject({ status: 404 });
  expect(await call("readMessages", { query: `?conversation_id=${conversation_id}` })).toMatchObject({ status: 404 });
  await whileSo(
    "alter table public.conversation_sessions add constraint nobody check (title <> 'Hello') not valid",
    "alter table public.conversation_sessions drop constraint nobody",
    async () => {
      expect(await call("sendMessage", { body: first })).toMatchObject({ status: 422 });
    },
  );
  expect(await call("sendMessage", { body: first })).toMatchObject({ status: 201 });
  expect(await call("sendMessage", { body: { ...first, user_id: randomUUID() } })).toMatchObject({ status: 409 });
  expect(await call("readMessages", { query: `?conversation_id=${conversation_id}` })).toMatchObject({ status: 200 });
  expect(await call("listConversations", { query: `?user_id=${user_id}` })).toMatchObject({ status: 200 });
  const params = { id: conversation_id };
  await whileSo(
    `create table public.kept (id uuid references public.chat_messages_v2 (id));
     insert into public.kept select id from public.chat_messages_v2 where conversation_id = '${conversation_id}'`,
    "drop table public.kept",
    async () => {
      expect(await call("deleteConversation", { params })).toMatchObject({ status: 422 });
    },
  );
  expect(await call("deleteConversation", { params })).toMatchObject({ status: 200 });
  expect(await call("deleteConversation", { params })).toMatchObject({ status: 404 });
  await whileSo(
    "alter table public.conversation_sessions rename to others",
    "alter table public.others rename to conversation_sessions",
    async () => {
      expect(await call("listConversations", { query: `?user_id=${user_id}` })).toMatchObject({ status: 404 });
    },
  );
});

test("metrics answer as the document says", async () => {
  expect(await call("readMetrics")).toMatchObject({ status: 200 });
});

test("every answer that the document tells of was given", () => {
  // Nothing that can be asked for makes these two; the wrapper's own tests do.
  const made = (status: string) => status !== "500" && status !== "504";
  const documented = allOperations.flatMap(({ id, method, path: pattern }) => {
    const { responses } = Described.parse(document.paths[pattern]?.[method]);
    return Object.keys(responses)
      .filter(made)
      .map((status) => `${id} ${status}`);
  });
  expect([...given].sort()).toEqual(documented.sort());
});
