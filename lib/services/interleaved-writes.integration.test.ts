import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { deleteConversation } from "./conversations/delete-conversation";
import { sendMessage } from "./conversations/send-message";
import { purchaseLead } from "./marketplace/purchase-lead";
import { clients, interleave } from "./testing/interleave";
import { servicesOf } from "./testing/services-of";

let database: TestDatabase;
let processes: ReturnType<typeof servicesOf>[];

/** As found: without the unique constraint and the foreign key that would hold without us. */
beforeAll(async () => {
  database = await createDemoDatabase();
  await sql`alter table public.lead_purchases alter column id set default gen_random_uuid()`.execute(database.db);
  processes = [servicesOf(database.url), servicesOf(database.url)];
});
afterAll(async () => {
  for (const process of processes) await process.close();
  await database.drop();
});

const few = fc.nat({ max: 2 });
const contexts = () => processes.map(({ context }) => context);

test("whoever buys what in whatever order, a lead has at most one sale, and a key one purchase", async () => {
  const agents = [randomUUID(), randomUUID(), randomUUID()];
  const step = fc.record({ lead: few, agent: few, key: fc.option(few) });
  await fc.assert(
    fc.asyncProperty(clients(step), async (plans) => {
      const { rows: leads } = await sql<{ id: string }>`
        insert into public.all_leads (name) values ('One'), ('Two'), ('Three') returning id
      `.execute(database.db);
      const round = randomUUID();
      const answered = new Map<string, string>();
      await interleave(contexts(), plans, async (context, { lead, agent, key }) => {
        const input = { lead_id: leads[lead]?.id ?? "", agent_id: agents[agent] ?? "", price: 100 };
        const idempotencyKey = key === null ? undefined : `${round}-${key}`;
        const { purchase } = await purchaseLead(context, input, idempotencyKey);
        expect(purchase).toMatchObject(input);
        const earlier = answered.get(purchase.lead_id);
        expect(earlier ?? purchase.id).toBe(purchase.id);
        answered.set(purchase.lead_id, purchase.id);
      });
      const { rows: sales } = await sql<{ lead_id: string; id: string }>`
        select lead_id, id from public.lead_purchases where lead_id in (${sql.join(leads.map(({ id }) => id))})
      `.execute(database.db);
      // What was answered is there, what is there was answered, and nothing twice.
      expect(sales.map(({ lead_id, id }) => [lead_id, id]).sort()).toEqual([...answered].sort());
    }),
    { numRuns: 12 },
  );
});

test("whoever writes and deletes in whatever order, every message has its one conversation, rightly counted", async () => {
  const [agent_id, user_id] = [randomUUID(), randomUUID()];
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ conversation: few, message: fc.nat({ max: 4 }), isFirst: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ conversation: few, message: fc.constant(null), isFirst: fc.constant(false) }) },
  );
  await fc.assert(
    fc.asyncProperty(clients(step), async (plans) => {
      const conversations = [randomUUID(), randomUUID(), randomUUID()];
      const messages = conversations.map(() => [0, 1, 2, 3, 4].map(() => randomUUID()));
      await interleave(contexts(), plans, async (context, { conversation, message, isFirst }) => {
        const conversation_id = conversations[conversation] ?? "";
        if (message === null) return deleteConversation(context, conversation_id);
        const id = messages[conversation]?.[message];
        const who = isFirst ? { agent_id, user_id } : {};
        return sendMessage(context, { conversation_id, id, role: "user", content: `Message ${message}`, ...who });
      });
      const { rows } = await sql`
        select m.conversation_id, count(distinct m.id)::integer as messages, count(s.id)::integer as joined,
          count(distinct s.id)::integer as sessions, min(s.message_count) as counted,
          bool_or(m.created_at < s.created_at or m.session_id is distinct from s.id) as wrong
        from public.chat_messages_v2 as m
        left join public.conversation_sessions as s on s.conversation_id = m.conversation_id
        where m.conversation_id in (${sql.join(conversations)})
        group by 1
      `.execute(database.db);
      for (const row of rows as { messages: number }[]) {
        expect(row).toMatchObject({ sessions: 1, joined: row.messages, counted: row.messages, wrong: false });
      }
    }),
    { numRuns: 12 },
  );
});
