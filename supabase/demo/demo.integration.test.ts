import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemoDatabase } from "@/lib/testing";

type Contact = { email: string | null; phone: string | null };
type Lead = Contact & { id: string };
type Session = Contact & { name: string | null; lead_id: string | null };

let demo: Awaited<ReturnType<typeof createDemoDatabase>>;

beforeAll(async () => {
  demo = await createDemoDatabase();
});

afterAll(() => demo.drop());

async function rows<Row extends object>(text: string): Promise<Row[]> {
  return (await demo.pool.query<Row>(text)).rows;
}

async function row(text: string): Promise<Record<string, unknown>> {
  const [first] = await rows<Record<string, unknown>>(text);
  if (!first) throw new Error(`no row from: ${text}`);
  return first;
}

async function number(text: string): Promise<number> {
  return Number(Object.values(await row(text))[0]);
}

/** Written apart from the repairs' SQL on purpose: two implementations must agree on the planted counts. */
function normalised({ email, phone }: Contact): Contact {
  const digits = phone?.replace(/[^\d+]/g, "") ?? "";
  const national = digits.startsWith("0") ? digits.slice(1) : digits;
  const international = digits.startsWith("+")
    ? digits
    : digits.startsWith("00")
      ? `+${digits.slice(2)}`
      : `+91${national}`;
  return { email: email?.trim().toLowerCase() || null, phone: digits ? international : null };
}

describe("incident 1: leads and channel sessions", () => {
  const channels = ["web_sessions", "whatsapp_sessions", "voice_sessions", "social_sessions"];

  test.each([
    ["web_sessions", "NO", 2600, 2600],
    ["whatsapp_sessions", "NO", 3100, 3100],
    ["voice_sessions", "YES", 940, 791],
    ["social_sessions", "YES", 760, 662],
  ])("%s: lead_id nullable is %s, %i sessions, %i linked", async (table, nullable, total, linked) => {
    const found = await row(`
      select is_nullable, (select count(*)::int from public.${table}) as total, (select count(lead_id)::int from public.${table}) as linked
      from information_schema.columns
      where table_schema = 'public' and table_name = '${table}' and column_name = 'lead_id'`);
    expect(found).toEqual({ is_nullable: nullable, total, linked });
  });

  test("the documented comment is on the two nullable columns only", async () => {
    const found = await rows<{ table: string; comment: string | null }>(`
      select c.relname as table, col_description(c.oid, a.attnum) as comment
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'lead_id'
      where c.oid = any (array['${channels.join("','")}']::regclass[])`);
    const commented = found.filter(({ comment }) => comment?.startsWith("Foreign key to all_leads. Nullable because"));
    expect(commented.map(({ table }) => table).sort()).toEqual(["social_sessions", "voice_sessions"]);
    expect(found.filter(({ comment }) => comment)).toHaveLength(2);
  });

  test("every lead_id has a validated foreign key and an index", async () => {
    const tables = [...channels, "lead_purchases"];
    const found = await number(`
      select count(*) from pg_constraint k
      where k.contype = 'f' and k.convalidated and k.confrelid = 'public.all_leads'::regclass
        and exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])`);
    expect(found).toBe(tables.length);
  });

  test.each([
    [
      "voice_sessions",
      { silent: 58, named: 18, one: 64, none: 22, newcomers: 21, two: 5, waysKnown: ["both", "email", "phone"] },
    ],
    [
      "social_sessions",
      { silent: 37, named: 12, one: 41, none: 17, newcomers: 17, two: 3, waysKnown: ["both", "email", "phone"] },
    ],
  ])("%s: unlinked sessions match one lead, none or two as planted", async (table, planted) => {
    const leads = await rows<Lead>("select id, email, phone from public.all_leads");
    const sessions = await rows<Session>(`
      select customer_name as name, customer_email as email, customer_phone as phone, lead_id
      from public.${table} where lead_id is null`);
    const known = leads.map((lead) => ({ id: lead.id, ...normalised(lead) }));
    const matched = sessions.map((session) => {
      const contact = normalised(session);
      const byEmail = known.filter(({ email }) => email !== null && email === contact.email);
      const byPhone = known.filter(({ phone }) => phone !== null && phone === contact.phone);
      const ids = new Set([...byEmail, ...byPhone].map(({ id }) => id));
      const way = byEmail.length && byPhone.length ? "both" : byEmail.length ? "email" : "phone";
      return { ...contact, name: session.name, leads: ids.size, way };
    });
    const silent = matched.filter(({ email, phone }) => !email && !phone);
    const spoken = matched.filter(({ email, phone }) => email || phone);
    const one = spoken.filter((session) => session.leads === 1);
    const none = spoken.filter((session) => session.leads === 0);
    expect({
      silent: silent.length,
      named: silent.filter(({ name }) => name).length,
      one: one.length,
      none: none.length,
      newcomers: new Set(none.map(({ email, phone }) => email ?? phone)).size,
      two: spoken.filter((session) => session.leads === 2).length,
      waysKnown: [...new Set(one.map(({ way }) => way))].sort(),
    }).toEqual(planted);
    expect(spoken.every((session) => session.leads <= 2)).toBe(true);
  });

  test("a linked session carries the contact of its own lead", async () => {
    for (const table of channels) {
      const linked = await rows<Contact & { lead_email: string | null; lead_phone: string | null }>(`
        select s.customer_email as email, s.customer_phone as phone, l.email as lead_email, l.phone as lead_phone
        from public.${table} s join public.all_leads l on l.id = s.lead_id`);
      for (const session of linked) {
        const mine = normalised(session);
        const theirs = normalised({ email: session.lead_email, phone: session.lead_phone });
        expect([theirs.email, null]).toContain(mine.email);
        expect(mine.phone).toBe(theirs.phone);
      }
    }
  });

  test("3,000 leads share no address, and three phones are shared by two", async () => {
    const leads = (await rows<Lead>("select id, email, phone from public.all_leads")).map(normalised);
    const emails = leads.flatMap(({ email }) => email ?? []);
    const phones = leads.flatMap(({ phone }) => phone ?? []);
    expect(leads).toHaveLength(3000);
    expect(leads.every(({ email, phone }) => email || phone)).toBe(true);
    expect(new Set(emails).size).toBe(emails.length);
    expect(phones.length - new Set(phones).size).toBe(3);
  });
});

test("incident 2: lead_purchases.id has no default, and 12 of 1,500 statuses are NULL", async () => {
  expect(
    await row(`
      select column_default, is_nullable,
        (select count(*)::int from public.lead_purchases) as purchases,
        (select count(*)::int from public.lead_purchases where status is null) as without_status
      from information_schema.columns
      where table_schema = 'public' and table_name = 'lead_purchases' and column_name = 'id'`),
  ).toEqual({ column_default: null, is_nullable: "NO", purchases: 1500, without_status: 12 });
});

describe("incident 3: conversations", () => {
  test("289 messages in 43 conversations have no session", async () => {
    expect(
      await row(`
        select count(*)::int as messages, count(distinct conversation_id)::int as conversations, count(session_id)::int as with_session
        from public.chat_messages_v2 m
        where not exists (select 1 from public.conversation_sessions s where s.conversation_id = m.conversation_id)`),
    ).toEqual({ messages: 289, conversations: 43, with_session: 0 });
  });

  test("an orphaned conversation can be rebuilt: one user, one agent, opened by the user", async () => {
    const conversations = await rows<{ users: number; agents: number; opened_by: string; opening: string }>(`
      select count(distinct user_id)::int as users, count(distinct agent_id)::int as agents,
        (array_agg(role order by created_at))[1] as opened_by,
        (array_agg(content ->> 'text' order by created_at))[1] as opening
      from public.chat_messages_v2 where session_id is null group by conversation_id`);
    expect(conversations).toHaveLength(43);
    for (const conversation of conversations)
      expect(conversation).toMatchObject({ users: 1, agents: 1, opened_by: "user" });
    expect(conversations.filter(({ opening }) => opening.length > 50).length).toBeGreaterThan(30);
  });

  test("1,200 sessions are sound: distinct conversations, right counts and times, 17 without a status", async () => {
    expect(
      await row(`
        select count(*)::int as sessions, count(distinct s.conversation_id)::int as conversations,
          count(*) filter (where s.status is null)::int as without_status,
          count(*) filter (where s.message_count = m.messages and s.last_active = m.last_at and s.created_at <= m.first_at
            and s.agent_id = m.agent_id and s.user_id = m.user_id and s.id = m.session_id)::int as sound
        from public.conversation_sessions s
        left join (
          select conversation_id, session_id, agent_id, user_id, count(*) as messages, min(created_at) as first_at, max(created_at) as last_at
          from public.chat_messages_v2 group by 1, 2, 3, 4
        ) m using (conversation_id)`),
    ).toEqual({ sessions: 1200, conversations: 1200, without_status: 17, sound: 1200 });
  });

  test("no foreign key, no unique constraint and no index on conversation_id", async () => {
    const found = await number(`
      select count(*) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where a.attname = 'conversation_id' and i.indrelid in ('public.chat_messages_v2'::regclass, 'public.conversation_sessions'::regclass)`);
    expect(found).toBe(0);
  });
});

describe("incident 4: sessions", () => {
  test("customer_id is bigint", async () => {
    expect(
      await row(`
        select data_type from information_schema.columns
        where table_schema = 'public' and table_name = 'sessions' and column_name = 'customer_id'`),
    ).toEqual({ data_type: "bigint" });
  });

  test("38 active rows are past expires_at, 11 others have no token, nobody is active twice", async () => {
    expect(
      await row(`
        select count(*)::int as sessions,
          count(*) filter (where status = 'active')::int as active,
          count(*) filter (where status = 'active' and expires_at < now())::int as overdue,
          count(*) filter (where session_token is null)::int as null_token,
          count(*) filter (where session_token = '')::int as empty_token,
          count(*) filter (where coalesce(session_token, '') = '' and (status <> 'active' or expires_at < now()))::int as both,
          count(*) filter (where status = 'active' and expires_at between now() and now() + interval '100 days')::int as soon,
          count(distinct customer_id) filter (where status = 'active')::int as active_customers,
          count(*) filter (where last_activity > expires_at or last_activity < created_at)::int as impossible
        from public.sessions`),
    ).toEqual({
      sessions: 2000,
      active: 360,
      overdue: 38,
      null_token: 6,
      empty_token: 5,
      both: 0,
      soon: 0,
      active_customers: 360,
      impossible: 0,
    });
  });

  test("the documented customers lead the documented query, and their phones are theirs alone", async () => {
    const newest = await rows(`
      select customer_id, phone, channel, status from public.sessions order by created_at desc limit 2`);
    expect(newest).toEqual([
      { customer_id: "104", phone: "+919987654321", channel: "kiosk", status: "active" },
      { customer_id: "103", phone: "+919876543210", channel: "chat", status: "active" },
    ]);
    expect(await number("select count(distinct customer_id) - count(distinct phone) from public.sessions")).toBe(0);
  });
});

describe("incident 5: rows of users who are gone", () => {
  test.each([
    ["orders", 2423, 23, 0],
    ["chat_messages", 5257, 57, 0],
    ["conversations", 914, 14, 0],
    ["leads", 1131, 31, 180],
  ])("%s: %i rows, %i orphans, %i without a user", async (table, total, orphans, withoutUser) => {
    expect(
      await row(`
        select count(*)::int as total,
          count(*) filter (where t.user_id is not null and p.id is null)::int as orphans,
          count(*) filter (where t.user_id is null)::int as without_user
        from public.${table} t left join public.profiles p on p.id = t.user_id`),
    ).toEqual({ total, orphans, without_user: withoutUser });
  });

  test("neither foreign keys nor indexes on user_id", async () => {
    const tables =
      "('public.orders'::regclass, 'public.chat_messages'::regclass, 'public.conversations'::regclass, 'public.leads'::regclass)";
    expect(
      await row(`
        select
          (select count(*)::int from pg_constraint where contype = 'f' and conrelid in ${tables}) as foreign_keys,
          (select count(*)::int from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
           where a.attname = 'user_id' and i.indrelid in ${tables}) as indexes`),
    ).toEqual({ foreign_keys: 0, indexes: 0 });
  });

  test("the user of the documented error has one order and no profile", async () => {
    expect(
      await row(`
        select (select count(*)::int from public.orders where user_id = '6b47cbac-9009-42e3-9a37-b1106bf0cba0') as orders,
          (select count(*)::int from public.profiles where id = '6b47cbac-9009-42e3-9a37-b1106bf0cba0') as profiles,
          (select count(*)::int from public.profiles) as all_profiles`),
    ).toEqual({ orders: 1, profiles: 0, all_profiles: 1200 });
  });
});

describe("incident 6: the history in error_logs", () => {
  test("120 documented failures, none of them in the future", async () => {
    const history = await rows(`
      select error_type, table_name, coalesce(details ->> 'sqlstate', details ->> 'status', 'none') as code, count(*)::int as count
      from public.error_logs group by 1, 2, 3 order by 1, 2, 3`);
    expect(history).toEqual([
      { error_type: "FOREIGN_KEY_VIOLATION", table_name: "orders", code: "23503", count: 6 },
      { error_type: "NOT_NULL_VIOLATION", table_name: "lead_purchases", code: "23502", count: 24 },
      { error_type: "NOT_NULL_VIOLATION", table_name: "web_sessions", code: "23502", count: 38 },
      { error_type: "NOT_NULL_VIOLATION", table_name: "whatsapp_sessions", code: "23502", count: 21 },
      { error_type: "SAVE_FAILED", table_name: "sessions", code: "22P02", count: 17 },
      { error_type: "SAVE_FAILED", table_name: "sessions", code: "401", count: 3 },
      { error_type: "SAVE_FAILED", table_name: "sessions", code: "42501", count: 2 },
      { error_type: "SAVE_FAILED", table_name: "sessions", code: "none", count: 9 },
    ]);
    expect(await number("select count(*) from public.error_logs where created_at > now()")).toBe(0);
  });

  test("a failed save keeps status, body and record; every failure keeps its statement", async () => {
    expect(
      await row(`
        select count(*) filter (where error_type = 'SAVE_FAILED' and details ?& array['status', 'body', 'record'])::int as saves,
          count(*) filter (where details ? 'statement')::int as statements,
          count(*) filter (where error_message like '%(6b47cbac%' or details ->> 'detail' like 'Key (user_id)=(6b47cbac%')::int as documented
        from public.error_logs`),
    ).toEqual({ saves: 31, statements: 120, documented: 6 });
  });
});

test("nothing else is planted: no time ahead of the load, and no other NULL in a column with a default", async () => {
  const columns = await rows<{ table: string; column: string; type: string; has_default: boolean }>(`
    select table_name as table, column_name as column, data_type as type, column_default is not null as has_default
    from information_schema.columns
    where table_schema = 'public' and (column_default is not null or column_name in ('created_at', 'updated_at', 'last_active'))`);
  const faults: string[] = [];
  for (const { table, column, type, has_default } of columns) {
    const ahead = type.startsWith("timestamp") ? `count(*) filter (where "${column}" > now())` : "0";
    const missing = has_default ? `count(*) filter (where "${column}" is null)` : "0";
    const found = await row(`select ${ahead}::int as ahead, ${missing}::int as missing from public."${table}"`);
    if (found.ahead || found.missing) faults.push(`${table}.${column}: ${found.missing} missing, ${found.ahead} ahead`);
  }
  expect(faults.sort()).toEqual([
    "conversation_sessions.status: 17 missing, 0 ahead",
    "lead_purchases.status: 12 missing, 0 ahead",
  ]);
});
