import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditEntry } from "@/lib/audit/types";
import type { Role } from "@/lib/auth/roles";
import { deriveKeys } from "@/lib/supabase/keys";
import { createLiteApp, type LiteApp } from "@/lib/supabase/lite-app";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getAuditEntry } from "./get-audit-entry";
import { type ListAuditInput, listAudit } from "./list-audit";

const secret = "audit-integration-test-secret-of-enough-length";
let database: TestDatabase;
let lite: LiteApp;
let client: SupabaseClient;

beforeAll(async () => {
  database = await createDemoDatabase();
  lite = createLiteApp({ databaseUrl: database.url, secret });
  client = createClient("http://supabase.test.internal", deriveKeys(secret).secretKey, {
    auth: { persistSession: false },
    global: { fetch: lite.fetch },
  });
  // One transaction, so one time for all.
  await sql`
    insert into public.error_logs (error_type, error_message, schema_name, table_name, action, actor)
    select 'ORPHANED_ORDER_DETECTED', n::text, 'public', 'orders', 'row.delete', 'operator@plumbline.test'
    from generate_series(1, 30) as n
  `.execute(database.db);
});

afterAll(async () => {
  await lite.close();
  await database.drop();
});

const as = (role: Role) => contextAs(role, database);

async function everyPage(input: ListAuditInput): Promise<AuditEntry[]> {
  const all: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const { entries, nextCursor } = await listAudit(as("viewer"), client, { ...input, cursor, limit: 7 });
    all.push(...entries);
    cursor = nextCursor;
  } while (cursor !== null);
  return all;
}

test("pages give every entry once, newest first, also within one transaction", async () => {
  const entries = await everyPage({});
  expect(new Set(entries.map(({ id }) => id)).size).toBe(150);
  expect(entries.map(({ createdAt }) => createdAt)).toEqual(
    entries
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  );
  expect(entries.slice(0, 30).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, at) => 30 - at));
});

test("filters narrow by type, table, operator and time", async () => {
  expect(await everyPage({ type: "SAVE_FAILED" })).toHaveLength(31);
  expect(await everyPage({ table: "public.orders" })).toHaveLength(36);
  expect(await everyPage({ operator: "operator@plumbline.test" })).toHaveLength(30);
  expect(await everyPage({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
});

test("an entry opens with the details that were recorded", async () => {
  const [newest] = await everyPage({ type: "SAVE_FAILED" });
  const entry = await getAuditEntry(as("viewer"), client, newest?.id ?? "");
  expect(entry).toMatchObject({
    errorType: "SAVE_FAILED",
    before: null,
    rowHash: null,
  });
  expect(entry.details).toHaveProperty("record");
});

test.each(["not base64!", btoa("{}"), btoa('{"at":"2026-01-01T00:00:00Z","seq":1,"id":"\\"),or(1"}')])(
  "a cursor that was tampered with is refused: %s",
  async (cursor) => {
    await expect(listAudit(as("viewer"), client, { cursor })).rejects.toThrow();
  },
);
