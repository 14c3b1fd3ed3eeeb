import type { ColumnTarget, StatusTarget } from "@/lib/checks/target";
import type { Playbook, PlaybookStep } from "./define";

const sessions = { schema: "public", name: "sessions" };
const expire = { statusColumn: "status", from: "active", to: "expired" };

const customerId: ColumnTarget = { kind: "column", table: sessions, column: "customer_id", type: "text" };
const expired: StatusTarget = { kind: "status", table: sessions, ...expire, expiresAtColumn: "expires_at" };
const token: ColumnTarget = {
  kind: "column",
  table: sessions,
  column: "session_token",
  requiredWhen: { column: "status", equals: "active" },
  ends: expire,
};

const steps: PlaybookStep[] = [
  {
    id: "customer-id-text",
    title: "Make sessions.customer_id text, as promised",
    why: "The application writes customer ids as text. While the column is a number, ids and their comparisons depend on conversions that fail silently.",
    check: "column_type_mismatch",
    target: customerId,
    repairs: ["change-column-type"],
  },
  {
    id: "end-expired",
    title: "End the sessions whose time has passed",
    why: "They count as logged-in customers and can be restored though they expired.",
    check: "active_but_expired",
    target: expired,
    repairs: ["end-expired-sessions"],
  },
  {
    id: "end-tokenless",
    title: "End the active sessions without a token",
    why: "Nobody can ever use them: a session is found by its token. The application now refuses to save one without it.",
    check: "empty_required_text",
    target: token,
    repairs: ["end-expired-sessions"],
  },
];

/** The columns of the document's expected output. */
const promised: Record<string, string> = {
  session_id: "uuid",
  customer_id: "text",
  phone: "text",
  channel: "text",
  session_token: "text",
  status: "text",
  created_at: "timestamp with time zone",
  last_activity: "timestamp with time zone",
  expires_at: "timestamp with time zone",
  metadata: "jsonb",
};

export const sessionsMultiCustomer: Playbook = {
  slug: "sessions-multi-customer",
  title: "Two customers, one session",
  summary:
    "customer_id is a number in the database and text in the promise, so sessions of different customers were not saved.",
  story: [
    "Two customers with different phones and different ids logged in, and only one row appeared in sessions. The saving function turned the customer id into an integer before sending it, and a failed save was logged as a vague warning and forgotten.",
    "The table is promised to hold customer_id as text. The document's own remedy, dropping the column and adding it again, would lose every id; here the type changes with all values kept.",
    "Two traces remain of that time: sessions still active after they expired, and active sessions that were saved without a token.",
  ],
  errorMessage: "[SUPABASE] ❌ SAVE FAILED: Status=400, Body={error details}, Record={full record sent}",
  tables: [sessions],
  expects: steps.map(({ check, target }) => ({ check, target })),
  steps,
  probes: [
    { code: "two-customers-two-sessions", decides: ["customer-id-text"] },
    { code: "login-after-logout", decides: ["customer-id-text"] },
  ],
  verifications: [
    {
      id: "schema-matches",
      title: "The column types are as promised",
      sql: `SELECT column_name, data_type 
FROM information_schema.columns 
WHERE table_name='sessions' 
ORDER BY ordinal_position;`,
      // The query names no schema, so columns of another "sessions" may be listed beside these.
      passes: (rows) =>
        Object.entries(promised).every(([name, type]) =>
          rows.some((row) => row.column_name === name && row.data_type === type),
        ) && rows.filter((row) => row.column_name === "customer_id").every((row) => row.data_type === "text"),
      expected: "customer_id is text (not bigint), the other nine columns as in the document",
    },
    {
      id: "two-customers",
      title: "Different customers have different rows",
      sql: `SELECT session_id, customer_id, phone, channel, status, expires_at 
FROM sessions 
ORDER BY created_at DESC 
LIMIT 5;`,
      passes: (rows) => new Set(rows.map((row) => row.customer_id)).size >= 2,
      expected: "at least two rows, of at least two customers",
    },
    {
      id: "active-not-expired",
      title: "No active session is past its time",
      sql: `SELECT 
  session_id,
  customer_id::text as customer_id_text,
  phone,
  channel,
  status,
  AGE(expires_at, NOW()) as time_remaining
FROM sessions
WHERE status='active'
ORDER BY last_activity DESC;`,
      passes: (rows) => rows.every((row) => !String(row.time_remaining ?? "").includes("-")),
      expected: "no negative time_remaining",
    },
    {
      id: "active-count",
      title: "The number of active sessions",
      sql: `SELECT COUNT(*) FROM sessions WHERE status='active';`,
      passes: (rows) => rows.length === 1 && /^\d+$/.test(String(rows[0]?.count)),
      expected: "one number, to compare with the users logged in at this moment",
    },
  ],
};
