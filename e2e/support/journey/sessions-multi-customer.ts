import { expect, type Page } from "@playwright/test";
import { auditOf, expectProof } from "./proof";
import { count, query } from "./query";
import { columnOf } from "./schema";
import { expectHealthy, openIncident, repair } from "./screens";
import { snapshotOf } from "./snapshot";
import { tryOut } from "./try-out";

const textId = `insert into sessions (customer_id, phone, session_token) values ('K-2074', '+919811122233', 'a')`;

/** Incident 4: customer_id becomes text without losing a value, and what can never be used again is ended. */
export async function repairSessionsMultiCustomer(page: Page): Promise<void> {
  await openIncident(page, "Two customers, one session");
  expect(await columnOf("sessions", "customer_id")).toMatchObject({ data_type: "bigint", is_nullable: "NO" });
  expect(await tryOut(textId)).toBe("22P02");
  const sessions = await snapshotOf("sessions", "session_id");

  await repair(
    page,
    { step: "Make sessions.customer_id text, as promised", repair: "Change the type" },
    { reason: "Customer ids are text" },
  );
  expect(await columnOf("sessions", "customer_id")).toMatchObject({ data_type: "text", is_nullable: "NO" });
  // Read as text, every row of the table is to the last character what it was: no data is lost.
  expect(await snapshotOf("sessions", "session_id")).toEqual(sessions);
  expect(await tryOut(textId)).toBe("done");

  const expired = await query("select session_id from sessions where status = 'active' and expires_at < now()");
  await endSessions(page, {
    step: "End the sessions whose time has passed",
    reason: "They count as logged-in customers",
    ids: expired,
    of: 38,
  });
  const tokenless = await query(
    "select session_id from sessions where status = 'active' and coalesce(session_token, '') = ''",
  );
  await endSessions(page, {
    step: "End the active sessions without a token",
    reason: "Nobody can ever use them",
    ids: tokenless,
    of: 11,
  });

  await expectHealthy(page, 4);
  // The document's query names no schema, and Supabase Auth has a table of that name too.
  expect(await query(columnTypes)).toEqual(expect.arrayContaining(promised));
  expect(await query(columnTypes.replace("WHERE", "WHERE table_schema = 'public' AND"))).toEqual(promised);
  const latest = await query(latestSessions);
  expect(latest.slice(0, 2)).toMatchObject([
    { customer_id: "104", phone: "+919987654321", channel: "kiosk", status: "active" },
    { customer_id: "103", phone: "+919876543210", channel: "chat", status: "active" },
  ]);
  const remaining = await query(timeRemaining);
  expect(remaining.length).toBe(360 - 38 - 11);
  expect(remaining.filter((row) => row.time_remaining?.includes("-"))).toEqual([]);
  expect(await count("SELECT COUNT(*) FROM sessions WHERE status='active';")).toBe(remaining.length);
}

async function endSessions(
  page: Page,
  { step, reason, ids, of }: { step: string; reason: string; ids: Record<string, string | null>[]; of: number },
): Promise<void> {
  expect(ids).toHaveLength(of);
  const before = await snapshotOf("sessions", "session_id");
  const runId = await repair(page, { step, repair: "End them" }, { reason });
  const { changed, created, removed } = await expectProof(runId, before);
  expect(changed.map((row) => row.before.session_id).toSorted()).toEqual(ids.map((row) => row.session_id).toSorted());
  expect([created, removed]).toEqual([[], []]);
  for (const row of changed) expect(row.after).toEqual({ ...row.before, status: "expired" });
  expect((await auditOf(runId, "sessions")).types).toEqual(["SESSION_ENDED"]);
}

const promised = [
  ["session_id", "uuid"],
  ["customer_id", "text"],
  ["phone", "text"],
  ["channel", "text"],
  ["session_token", "text"],
  ["status", "text"],
  ["created_at", "timestamp with time zone"],
  ["last_activity", "timestamp with time zone"],
  ["expires_at", "timestamp with time zone"],
  ["metadata", "jsonb"],
].map(([column_name, data_type]) => ({ column_name, data_type }));

const columnTypes = `
SELECT column_name, data_type 
FROM information_schema.columns 
WHERE table_name='sessions' 
ORDER BY ordinal_position;`;

const latestSessions = `
SELECT session_id, customer_id, phone, channel, status, expires_at 
FROM sessions 
ORDER BY created_at DESC 
LIMIT 5;`;

const timeRemaining = `
SELECT 
  session_id,
  customer_id::text as customer_id_text,
  phone,
  channel,
  status,
  AGE(expires_at, NOW()) as time_remaining
FROM sessions
WHERE status='active'
ORDER BY last_activity DESC;`;
