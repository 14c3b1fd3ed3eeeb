import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveKeys } from "@/lib/supabase/keys";
import { createLiteApp, type LiteApp } from "@/lib/supabase/lite-app";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { recordSlugs } from "./define";
import { getRecord } from "./get-record";
import { listMessages } from "./list-messages";
import { listRecords } from "./list-records";
import { recordDefinition } from "./registry";

const secret = "records-integration-test-secret-of-enough-length";
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
});

afterAll(async () => {
  await lite.close();
  await database.drop();
});

async function page(input: Record<string, unknown>) {
  const list = await listRecords({ client }, input);
  if (list.state === "absent") throw new Error(`${input.record} is absent`);
  return list;
}

async function everyPage(input: Record<string, unknown>) {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | null | undefined;
  do {
    const { rows: more, next } = await page({ ...input, pageRows: 200, cursor });
    rows.push(...more);
    cursor = next ?? undefined;
  } while (cursor);
  return rows;
}

test.each(recordSlugs)("%s is read with every column of its definition", async (slug) => {
  const record = recordDefinition(slug);
  const { columns, rows, next, previous } = await page({ record: slug });
  expect(columns).toEqual(record.columns.map(({ key }) => key));
  expect(rows).toHaveLength(50);
  expect(next).not.toBeNull();
  expect(previous).toBeNull();
});

describe("keyset paging", () => {
  test.each([
    ["created_at", "desc"],
    ["customer_name", "asc"],
    ["customer_name", "desc"],
    ["duration_seconds", "asc"],
  ] as const)(
    "by %s %s shows each of 940 rows once, in PostgreSQL's order, and the same on the way back",
    async (column, direction) => {
      const way = sql.raw(direction);
      const { rows: expected } = await sql<{ id: string }>`
      select id from public.voice_sessions
      order by ${sql.id(column)} ${way} nulls last, id ${way}
    `.execute(database.db);
      const ids = expected.map(({ id }) => id);
      const order = { record: "voice_sessions", sort: column, direction };
      expect((await everyPage(order)).map(({ id }) => id)).toEqual(ids);

      const third = await thirdPage(order);
      const second = await page({ ...order, cursor: third.previous });
      expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(50, 100));
      const first = await page({ ...order, cursor: second.previous });
      expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 50));
      expect(first.previous).toBeNull();
    },
  );

  async function thirdPage(order: Record<string, unknown>) {
    const first = await page(order);
    const second = await page({ ...order, cursor: first.next });
    return page({ ...order, cursor: second.next });
  }

  test("keeps microseconds and values that hold quotes, commas and backslashes apart", async () => {
    const names = ['"a"', "a,b", "(a)", "a\\b", "a.b", "ä", " a ", "null", "true"];
    await sql`
      insert into public.all_leads (name, created_at)
      select names.name, timestamptz '2001-01-01' + make_interval(secs => names.place * 0.000001)
      from unnest(${names}::text[]) with ordinality as names (name, place)
    `.execute(database.db);
    const filters = ["created_at.before.2001-01-02T00:00:00Z"];
    for (const sort of ["created_at", "name"]) {
      const found: unknown[] = [];
      let cursor: string | undefined;
      do {
        const { rows, next } = await page({ record: "all_leads", sort, filters, cursor, pageRows: 1 });
        found.push(...rows.map(({ name }) => name));
        cursor = next ?? undefined;
      } while (cursor);
      expect(found.toSorted()).toEqual(names.toSorted());
      if (sort === "created_at") expect(found).toEqual(names);
    }
  });

  test("refuses a cursor of another order", async () => {
    const { next } = await page({ record: "voice_sessions" });
    await expect(page({ record: "voice_sessions", sort: "customer_name", cursor: next })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("search", () => {
  test.each(["%", "_", ",", "(", ")", '"', "\\", "*", ".", "^", "[x]", "a|b"])("takes %j literally", async (typed) => {
    const name = `Search ${typed} here`;
    await sql`insert into public.all_leads (name, source) values (${name}, 'search')`.execute(database.db);
    await sql`insert into public.all_leads (name, source) values ('Search x here', 'search')`.execute(database.db);
    const { rows } = await page({ record: "all_leads", search: name });
    expect(rows.map((row) => row.name)).toEqual([name]);
    await sql`delete from public.all_leads where source = 'search'`.execute(database.db);
  });

  test("looks into the words of messages", async () => {
    const { rows } = await page({ record: "chat_messages_v2", search: "VISA" });
    expect(rows.length).toBeGreaterThan(0);
    for (const { content } of rows) expect(JSON.stringify(content).toLowerCase()).toContain("visa");
  });

  test("finds a customer by number and a record by its key", async () => {
    const { rows } = await page({ record: "sessions", search: "104", filters: ["channel.eq.kiosk"] });
    expect(rows.map((row) => String(row.customer_id))).toContain("104");
    const key = rows[0]?.session_id;
    expect((await page({ record: "sessions", search: key })).rows.map((row) => row.session_id)).toEqual([key]);
  });
});

describe("filters", () => {
  test("a blank token is as empty as none", async () => {
    const filters = ["session_token.empty", "status.eq.active"];
    expect((await page({ record: "sessions", filters })).rows).toHaveLength(11);
    const filled = await everyPage({ record: "sessions", filters: ["session_token.filled", "status.eq.active"] });
    expect(filled).toHaveLength(360 - 11);
  });

  test("before and after bound a time", async () => {
    const now = new Date().toISOString();
    const filters = ["status.eq.active", `expires_at.before.${now}`];
    expect((await page({ record: "sessions", filters })).rows).toHaveLength(38);
  });

  test.each([["lead_id.eq.not-a-uuid"], ["created_at.after.yesterday"], ["metadata.eq.1"], ["nothing.eq.1"]])(
    "%s is refused with a sentence, not shown as no rows",
    async (filter) => {
      await expect(page({ record: "voice_sessions", filters: [filter] })).rejects.toMatchObject({ code: "invalid" });
    },
  );
});

describe("what the connected database lacks", () => {
  test("a column or a table that goes is not shown any more, and the rest is", async () => {
    const other = await createDemoDatabase();
    const app = createLiteApp({ databaseUrl: other.url, secret });
    const context = {
      client: createClient("http://supabase.test.internal", deriveKeys(secret).secretKey, {
        auth: { persistSession: false },
        global: { fetch: app.fetch },
      }),
    };
    const before = await listRecords(context, { record: "orders" });
    expect(before.state === "present" && before.columns).toContain("product");
    expect((await listRecords(context, { record: "leads" })).state).toBe("present");
    await sql`alter table public.orders drop column product, drop column created_at`.execute(other.db);
    await sql`drop table public.leads`.execute(other.db);

    const orders = await listRecords(context, { record: "orders", search: "ORD" });
    expect(orders.state === "present" && orders.columns).not.toContain("product");
    expect(await listRecords(context, { record: "leads" })).toEqual({ state: "absent" });
    expect(await getRecord(context, { record: "leads", key: "1" })).toEqual({ state: "absent" });
    await app.close();
    await other.drop();
  });

  test("a query that fails is an error, never an empty list", async () => {
    const failing = createClient("http://supabase.test.internal", "key", {
      auth: { persistSession: false },
      global: { fetch: async () => Response.json({ code: "57014", message: "canceling statement" }, { status: 500 }) },
    });
    await expect(listRecords({ client: failing }, { record: "orders" })).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("time and names", () => {
  test("a reading that takes too long ends with a sentence", async () => {
    const never = createClient("http://supabase.test.internal", "key", {
      auth: { persistSession: false },
      global: { fetch: () => new Promise<Response>(() => undefined) },
    });
    await expect(listRecords({ client: never, timeoutMs: 20 }, { record: "orders" })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("too long"),
    });
  });

  test("records that there are none of are not found", async () => {
    await expect(listRecords({ client }, { record: "operators" })).rejects.toMatchObject({ code: "not_found" });
    await expect(getRecord({ client }, { record: "operators", key: "1" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("one record", () => {
  test("is read with all its columns, and refused when there is none", async () => {
    const { rows } = await page({ record: "orders" });
    const detail = await getRecord({ client }, { record: "orders", key: rows[0]?.id });
    expect(detail).toMatchObject({ state: "present", row: rows[0] });
    for (const key of ["6b47cbac-0000-4000-8000-000000000000", "no-uuid"]) {
      await expect(getRecord({ client }, { record: "orders", key })).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("transcripts", () => {
  test("a conversation reads oldest first and knows its session", async () => {
    const { rows } = await page({ record: "conversation_sessions", filters: ["status.eq.active"] });
    const transcript = await listMessages({ client }, { conversationId: rows[0]?.conversation_id });
    if (transcript.state === "absent") throw new Error("absent");
    expect(transcript.session).toBe("present");
    expect(transcript.messages).toHaveLength(Number(rows[0]?.message_count));
    const times = transcript.messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted());
  });

  test("an orphaned conversation is read all the same, and said to have lost its session", async () => {
    const { rows } = await sql<{ conversation_id: string; messages: number }>`
      select conversation_id, count(*)::int as messages
      from public.chat_messages_v2
      where conversation_id not in (select conversation_id from public.conversation_sessions)
      group by conversation_id
    `.execute(database.db);
    expect(rows).toHaveLength(43);
    for (const { conversation_id: conversationId, messages } of rows) {
      const transcript = await listMessages({ client }, { conversationId });
      expect(transcript).toMatchObject({ state: "present", session: "missing" });
      expect(transcript.state === "present" && transcript.messages).toHaveLength(messages);
    }
  });
});
