import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { servicesOf } from "../testing/services-of";
import { databaseStore } from "./database-store";
import { endExpiredSessions } from "./end-expired-sessions";
import { endSession } from "./end-session";
import { getSession } from "./get-session";
import { memoryStore } from "./memory-store";
import type { SessionStore } from "./session-store";
import { hashSecret } from "./session-token";
import { startSession } from "./start-session";

let database: TestDatabase;
let services: ReturnType<typeof servicesOf>;
let store: SessionStore;

beforeAll(async () => {
  // The library writes what the database refuses to the console.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  vi.spyOn(log, "info").mockReturnValue(undefined);
  database = await createDemoDatabase();
  services = servicesOf(database.url);
  store = databaseStore(services.context);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await services.close();
  await database.drop();
});

let people = 0;
const newPhone = () => `+9170000${String(++people).padStart(5, "0")}`;
const nobody = { code: "unauthenticated" };

async function rowsOf(phone: string) {
  const { rows } = await sql<{ customer_id: string; channel: string; status: string; session_token: string }>`
    select customer_id::text as customer_id, channel, status, session_token
    from public.sessions where phone = ${phone} order by created_at
  `.execute(database.db);
  return rows;
}

async function failuresOf(phone: string) {
  const { rows } = await sql<{ error_type: string; error_message: string; details: { record: object } }>`
    select error_type, error_message, details from public.error_logs where details -> 'record' ->> 'phone' = ${phone}
  `.execute(database.db);
  return rows;
}

it("as found, an id that is no number fails in the documented words, and error_logs has status, body and record", async () => {
  const phone = newPhone();
  const refused = startSession(store, { phone, channel: "kiosk", customer_id: "K-2037" });
  await expect(refused).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining('invalid input syntax for type bigint: "K-2037"'),
  });
  const [failure, ...others] = await failuresOf(phone);
  expect(others).toEqual([]);
  expect(failure).toMatchObject({
    error_type: "SAVE_FAILED",
    error_message: expect.stringMatching(
      /^\[SUPABASE\] ❌ SAVE FAILED: Status=400, Body=\{.*"22P02".*\}, Record=\{.*"customer_id":"K-2037".*\}$/,
    ),
    details: {
      status: 400,
      sqlstate: "22P02",
      record: { customer_id: "K-2037", channel: "kiosk", status: "active", session_token: "sha256…" },
    },
  });
});

it("as found, 0103 is refused, because a number would keep it as 103", async () => {
  const phone = newPhone();
  await expect(startSession(store, { phone, channel: "chat", customer_id: "0103" })).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining('customer_id "0103" would be kept as 103, because the column is not text'),
  });
  expect(await rowsOf(phone)).toEqual([]);
  expect(await failuresOf(phone)).toHaveLength(1);
});

describe("once customer_id is text", () => {
  beforeAll(async () => {
    await sql`alter table public.sessions alter column customer_id type text using customer_id::text`.execute(
      database.db,
    );
  });

  it("two customers have two rows, and their ids stay as they are written", async () => {
    const phones = [newPhone(), newPhone()];
    const [first, second] = await Promise.all(
      phones.map((phone, at) => startSession(store, { phone, channel: "chat", customer_id: at ? "103" : "0103" })),
    );
    expect(first).toMatchObject({
      restored: false,
      persisted: true,
      session: { customer_id: "0103", status: "active" },
    });
    expect(second?.session.session_id).not.toBe(first?.session.session_id);
    expect(await rowsOf(phones[0] ?? "")).toMatchObject([{ customer_id: "0103" }]);
  });

  it("keeps no token, but its hash, and shows neither to whoever reads the session", async () => {
    const phone = newPhone();
    const { session_token, session } = await startSession(store, { phone, channel: "chat", customer_id: "7" });
    const [row] = await rowsOf(phone);
    expect(row?.session_token).toMatch(/^sha256\$[\w-]{43}$/);
    expect(session_token).not.toContain(row?.session_token.slice(7));
    await startSession(store, { phone, channel: "kiosk", customer_id: "7" });
    const found = await getSession(store, session_token);
    expect(JSON.stringify([session, found])).not.toMatch(/sha256|token/);
  });

  it("restores the session on another channel, whose tokens are good side by side, each channel having one", async () => {
    const phone = newPhone();
    const chat = await startSession(store, { phone, channel: "chat", customer_id: "8", metadata: { cart_items: 2 } });
    const kiosk = await startSession(store, { phone: `0${phone.slice(3)}`, channel: "kiosk", customer_id: "8" });
    expect(kiosk).toMatchObject({ restored: true, session: { ...chat.session, last_activity: expect.any(String) } });
    const again = await startSession(store, { phone, channel: "kiosk", customer_id: "8" });
    expect(await getSession(store, chat.session_token)).toMatchObject({ session: { metadata: { cart_items: 2 } } });
    expect(await getSession(store, again.session_token)).toMatchObject({ session: { phone } });
    await expect(getSession(store, kiosk.session_token)).rejects.toMatchObject(nobody);
    expect(await rowsOf(phone)).toHaveLength(1);
  });

  it("after a logout nothing opens the session, and a login makes a new one", async () => {
    const phone = newPhone();
    const chat = await startSession(store, { phone, channel: "chat", customer_id: "9" });
    const kiosk = await startSession(store, { phone, channel: "kiosk", customer_id: "9" });
    expect(await endSession(store, chat.session_token)).toMatchObject({ session: { status: "logged_out" } });
    expect(await endSession(store, kiosk.session_token)).toMatchObject({ session: { status: "logged_out" } });
    await expect(getSession(store, kiosk.session_token)).rejects.toMatchObject(nobody);
    const next = await startSession(store, { phone, channel: "kiosk", customer_id: "9" });
    expect(next).toMatchObject({ restored: false, session: { status: "active" } });
    expect(await rowsOf(phone)).toMatchObject([{ status: "logged_out" }, { status: "active" }]);
  });

  it("a logout that the database drops is no logout, and error_logs has it", async () => {
    const phone = newPhone();
    const { session_token, session } = await startSession(store, { phone, channel: "chat", customer_id: "19" });
    await sql`
      create function public.keep_as_it_is() returns trigger language plpgsql as 'begin return null; end';
      create trigger keep before update on public.sessions for each row execute function public.keep_as_it_is();
    `.execute(database.db);
    await expect(endSession(store, session_token)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining(
        "The session was not saved. A trigger or a policy of the database's own dropped it.",
      ),
    });
    await sql`drop function public.keep_as_it_is cascade`.execute(database.db);
    expect(await rowsOf(phone)).toMatchObject([{ status: "active" }]);
    const { rows } = await sql`
      select details -> 'record' ->> 'status' as status from public.error_logs
      where details -> 'record' ->> 'session_id' = ${session.session_id}
    `.execute(database.db);
    expect(rows).toEqual([{ status: "logged_out" }]);
  });

  it("what tokens open a session is told by no caller", async () => {
    const [phone, session_token] = [newPhone(), hashSecret("planted")];
    for (const channel_tokens of ["x", { kiosk: session_token }]) {
      const start = startSession(store, { phone, channel: "chat", customer_id: "20", metadata: { channel_tokens } });
      await expect(start).rejects.toThrow("channel_tokens is Plumbline's own: choose another name");
    }
    expect(await rowsOf(phone)).toEqual([]);
  });

  it("a save that fails gives no secret of the row away, not those of other systems either", async () => {
    const phone = newPhone();
    await sql`
      insert into public.sessions (customer_id, phone, channel, session_token) values ('21', ${phone}, 'chat', 'raw0token')
    `.execute(database.db);
    const { session_token } = await startSession(store, { phone, channel: "kiosk", customer_id: "21" });
    await sql`alter table public.sessions add constraint stay check (status <> 'logged_out') not valid`.execute(
      database.db,
    );
    await expect(endSession(store, session_token)).rejects.toMatchObject({ code: "refused" });
    const metadata = { password: "hunter", api_key: "of several words" };
    await sql`alter table public.sessions add constraint nobody check (customer_id <> '22') not valid`.execute(
      database.db,
    );
    await expect(startSession(store, { phone, channel: "kiosk", customer_id: "22", metadata })).rejects.toMatchObject({
      code: "refused",
    });
    await sql`alter table public.sessions drop constraint stay, drop constraint nobody`.execute(database.db);
    const { rows } = await sql`
      select details -> 'body' ->> 'details' as told from public.error_logs
      where error_message like '%"stay%' or error_message like '%"nobody%'
    `.execute(database.db);
    expect(rows).toEqual(Array(2).fill({ told: "Failing row contains (…)." }));
  });

  it("another customer with the same phone has a session of their own", async () => {
    const phone = newPhone();
    const mine = await startSession(store, { phone, channel: "chat", customer_id: "10" });
    const theirs = await startSession(store, { phone, channel: "chat", customer_id: "11" });
    expect(theirs.restored).toBe(false);
    expect(await getSession(store, mine.session_token)).toMatchObject({ session: { customer_id: "10" } });
  });

  it("thirty logins at once make one session", async () => {
    const phone = newPhone();
    const started = await Promise.all(
      Array.from({ length: 30 }, (_, at) => startSession(store, { phone, channel: `tab-${at}`, customer_id: "12" })),
    );
    expect(await rowsOf(phone)).toHaveLength(1);
    expect(started.filter(({ restored }) => !restored)).toHaveLength(1);
    await Promise.all(started.map(({ session_token }) => getSession(store, session_token)));
  });

  it("a session whose time has passed opens no more, is ended, and is not restored", async () => {
    const phone = newPhone();
    const late = () =>
      sql`update public.sessions set expires_at = now() - interval '1 second' where phone = ${phone}`.execute(
        database.db,
      );
    const old = await startSession(store, { phone, channel: "chat", customer_id: "13" });
    await late();
    const next = await startSession(store, { phone, channel: "chat", customer_id: "13" });
    expect(next.restored).toBe(false);
    await expect(getSession(store, old.session_token)).rejects.toThrow(/expired at/);
    await late();
    await expect(endSession(store, next.session_token)).rejects.toThrow(/expired at/);
    expect(await rowsOf(phone)).toMatchObject([{ status: "expired" }, { status: "expired" }]);
  });

  it("ends by itself what nobody asks for any more, and leaves what others began to a repair", async () => {
    const phone = newPhone();
    await startSession(store, { phone, channel: "chat", customer_id: "14" });
    await sql`update public.sessions set expires_at = now() - interval '1 second' where phone = ${phone}`.execute(
      database.db,
    );
    const left = sql<{
      count: string;
    }>`select count(*) from public.sessions where status = 'active' and expires_at < now()`;
    const before = Number((await left.execute(database.db)).rows[0]?.count);
    await endExpiredSessions(services.context.client);
    expect(Number((await left.execute(database.db)).rows[0]?.count)).toBe(before - 1);
    expect(await rowsOf(phone)).toMatchObject([{ status: "expired" }]);
  });

  it("tokens that are guessed, of another session, or none open nothing", async () => {
    const [mine, theirs] = await Promise.all(
      ["15", "16"].map((customer_id) => startSession(store, { phone: newPhone(), channel: "chat", customer_id })),
    );
    const secret = mine?.session_token.split(".")[1];
    const tokens = [
      undefined,
      "",
      "abc123...",
      `${theirs?.session.session_id}.${secret}`,
      `${randomUUID()}.${secret}`,
      `${"-".repeat(36)}.${secret}`,
      mine?.session_token.slice(0, -1),
    ];
    for (const token of tokens) {
      await expect(getSession(store, token)).rejects.toMatchObject(nobody);
      await expect(endSession(store, token)).rejects.toMatchObject(nobody);
    }
  });

  it("asks for what is required before anything is sent", async () => {
    const whole = { phone: newPhone(), channel: "chat", customer_id: "17" };
    const halves = [
      { phone: undefined },
      { phone: "none" },
      { channel: "" },
      { customer_id: " " },
      { customer_id: 17 },
    ];
    for (const half of halves) await expect(startSession(store, { ...whole, ...half })).rejects.toThrow();
    expect(await rowsOf(whole.phone)).toEqual([]);
    expect(await failuresOf(whole.phone)).toEqual([]);
  });

  it("writes nothing while that is turned off, and answers all the same", async () => {
    const phone = newPhone();
    const memory = memoryStore(services.context);
    const chat = await startSession(memory, { phone, channel: "chat", customer_id: "0103" });
    expect(chat).toMatchObject({ persisted: false, restored: false, session: { phone, status: "active" } });
    const written = `0${phone.slice(3)} ext 5`;
    const kiosk = await startSession(memory, { phone: written, channel: "kiosk", customer_id: "0103" });
    expect(kiosk).toMatchObject({ restored: true, session: { session_id: chat.session.session_id, phone } });
    await expect(startSession(memory, { phone: "none", channel: "chat", customer_id: "1" })).rejects.toThrow(/phone/);
    expect(await getSession(memory, chat.session_token)).toMatchObject({ session: { customer_id: "0103" } });
    expect(await endSession(memory, kiosk.session_token)).toMatchObject({ session: { status: "logged_out" } });
    await expect(getSession(memory, chat.session_token)).rejects.toMatchObject(nobody);
    expect(await rowsOf(phone)).toEqual([]);
  });

  it("where error_logs cannot take it either, the log has the record and the caller is told", async () => {
    const phone = newPhone();
    const { session_token } = await startSession(store, { phone, channel: "chat", customer_id: "18" });
    const said = vi.spyOn(log, "error").mockReturnValue(undefined);
    await sql`alter table public.error_logs rename to lost_logs`.execute(database.db);
    await sql`alter table public.sessions rename to other_sessions`.execute(database.db);
    await expect(startSession(store, { phone, channel: "chat", customer_id: "18" })).rejects.toMatchObject({
      code: "not_found",
      message:
        "The session was not saved. This database has no table public.sessions. The audit history could not take the record either: the server's log has it.",
    });
    await expect(getSession(store, session_token)).rejects.toMatchObject({ code: "not_found" });
    expect(JSON.stringify(said.mock.calls)).toContain(phone);
    expect(JSON.stringify(said.mock.calls)).not.toMatch(/sha256\$/);
  });
});
