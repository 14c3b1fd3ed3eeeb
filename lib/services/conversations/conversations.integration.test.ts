import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { servicesOf } from "../testing/services-of";
import { deleteConversation } from "./delete-conversation";
import { listConversations } from "./list-conversations";
import { ReadMessagesInput, readMessages } from "./read-messages";
import { sendMessage } from "./send-message";

let database: TestDatabase;
let services: ReturnType<typeof servicesOf>;

beforeAll(async () => {
  // The library writes what the database refuses to the console.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  database = await createDemoDatabase();
  services = servicesOf(database.url);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await services.close();
  await database.drop();
});

const agent_id = randomUUID();
const first = (text: string, user_id: string = randomUUID()) => ({
  role: "user" as const,
  content: text,
  agent_id,
  user_id,
});
type Said = Omit<Parameters<typeof sendMessage>[1], "conversation_id">;
const send = (conversation_id: string, message: Said) => sendMessage(services.context, { conversation_id, ...message });

async function stored(conversation: string) {
  const { rows } = await sql<{ sessions: number; counted: number; messages: number; strays: number; early: number }>`
    select
      (select count(*)::integer from public.conversation_sessions where conversation_id = ${conversation}) as sessions,
      (select sum(message_count)::integer from public.conversation_sessions where conversation_id = ${conversation}) as counted,
      count(*)::integer as messages,
      count(*) filter (where s.id is null)::integer as strays,
      count(*) filter (where m.created_at < s.created_at)::integer as early
    from public.chat_messages_v2 as m
    left join public.conversation_sessions as s on s.id = m.session_id and s.conversation_id = m.conversation_id
    where m.conversation_id = ${conversation}
  `.execute(database.db);
  return rows[0];
}

test("the first message makes the session, later ones are counted in it", async () => {
  const conversation = randomUUID();
  const begun = await send(conversation, first("Hello"));
  expect(begun).toMatchObject({
    outcome: "begun",
    message: { role: "user", content: { type: "text", text: "Hello" } },
    conversation: { conversation_id: conversation, title: "Hello", status: "active", message_count: 1 },
  });
  const next = await send(conversation, { role: "assistant", content: { type: "text", text: "Hi!" } });
  expect(next).toMatchObject({ outcome: "sent", conversation: { title: "Hello", message_count: 2 } });
  expect(await stored(conversation)).toEqual({ sessions: 1, counted: 2, messages: 2, strays: 0, early: 0 });
});

test("a first message that comes twenty times at once, and again later, is saved once", async () => {
  const conversation = randomUUID();
  const message = { id: randomUUID(), ...first("Hello?") };
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(conversation, message)));
  expect(answers.filter(({ outcome }) => outcome === "begun")).toHaveLength(1);
  expect(await send(conversation, message)).toMatchObject({ outcome: "repeated", message: { id: message.id } });
  expect(await stored(conversation)).toEqual({ sessions: 1, counted: 1, messages: 1, strays: 0, early: 0 });
  await expect(send(conversation, { ...message, content: "Another" })).rejects.toMatchObject({ code: "conflict" });
  await expect(send(randomUUID(), message)).rejects.toMatchObject({ code: "conflict" });
});

test("a message id of another conversation begins none", async () => {
  const message = { id: randomUUID(), ...first("One") };
  await send(randomUUID(), message);
  const other = randomUUID();
  await expect(send(other, message)).rejects.toMatchObject({ code: "conflict" });
  expect((await stored(other))?.sessions).toBe(0);
});

test("messages that were saved without a session get it with the next one", async () => {
  const { rows } = await sql<{ conversation: string; messages: number }>`
    select conversation_id as conversation, count(*)::integer as messages from public.chat_messages_v2 as m
    where not exists (select from public.conversation_sessions as s where s.conversation_id = m.conversation_id)
    group by 1 limit 1
  `.execute(database.db);
  const { conversation = "", messages = 0 } = rows[0] ?? {};
  await expect(send(conversation, { role: "user", content: "Anybody?" })).rejects.toMatchObject({ code: "not_found" });
  await send(conversation, first("Anybody?"));
  expect(await stored(conversation)).toMatchObject({
    sessions: 1,
    counted: messages + 1,
    messages: messages + 1,
    early: 0,
  });
});

test("a session that cannot be made leaves no message, and the answer and error_logs say so", async () => {
  const conversation = randomUUID();
  await sql`alter table public.conversation_sessions add constraint no_strangers check (title <> 'Forbidden')`.execute(
    database.db,
  );
  await expect(send(conversation, first("Forbidden"))).rejects.toMatchObject({
    code: "refused",
    message: expect.stringMatching(
      /^The message was not saved\. .*no_strangers.*\(23514\)\. The record is in the audit history\.$/,
    ),
  });
  expect((await stored(conversation))?.messages).toBe(0);
  const { rows } = await sql`
    select error_type, details -> 'record' -> 'content' ->> 'text' as text from public.error_logs
    where details -> 'record' ->> 'conversation_id' = ${conversation}
  `.execute(database.db);
  expect(rows).toEqual([{ error_type: "CHECK_VIOLATION", text: "Forbidden" }]);
});

test("a message that a trigger drops without a word is refused, and leaves no session that counts it", async () => {
  const conversation = randomUUID();
  await sql`
    create function public.drop_row() returns trigger language plpgsql as 'begin return null; end'
  `.execute(database.db);
  await sql`
    create trigger dropped before insert on public.chat_messages_v2
    for each row when (new.content ->> 'text' = 'Dropped') execute function public.drop_row()
  `.execute(database.db);
  await expect(send(conversation, first("Dropped"))).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("The message was not saved. A rule of the database's own refused it"),
  });
  expect(await stored(conversation)).toMatchObject({ sessions: 0, messages: 0 });
});

test("nobody writes into another user's conversation", async () => {
  const conversation = randomUUID();
  await send(conversation, first("Mine"));
  await expect(send(conversation, first("Not mine"))).rejects.toMatchObject({ code: "conflict" });
});

test("a conversation goes with all of its messages, also without a foreign key", async () => {
  const conversation = randomUUID();
  await send(conversation, first("One"));
  await send(conversation, { role: "user", content: "Two" });
  expect(await deleteConversation(services.context, conversation)).toEqual({
    deleted: { conversations: 1, messages: 2 },
  });
  expect(await stored(conversation)).toMatchObject({ sessions: 0, messages: 0 });
  await expect(deleteConversation(services.context, conversation)).rejects.toMatchObject({ code: "not_found" });
});

test("the sidebar's list goes page by page from the last active, each conversation once with its count", async () => {
  const user_id = randomUUID();
  const texts = ["one", "two", "three", "four", "five"];
  for (const text of texts) await send(randomUUID(), first(text, user_id));
  const titles: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(services.context, { user_id, limit: 2, cursor });
    titles.push(...page.conversations.map(({ title }) => title));
    expect(page.conversations.every(({ message_count }) => message_count === 1)).toBe(true);
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(titles).toEqual(texts.toReversed());
});

test("a database without these tables is told of in one sentence", async () => {
  const bare = await createTestDatabase();
  const other = servicesOf(bare.url);
  try {
    await expect(
      sendMessage(other.context, { conversation_id: randomUUID(), ...first("Hello") }),
    ).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("This database has no table public.chat_messages_v2."),
    });
    const list = listConversations(other.context, { user_id: randomUUID() });
    await expect(list).rejects.toMatchObject({ code: "not_found" });
  } finally {
    await other.close();
    await bare.drop();
  }
});

test("ids are those that PostgreSQL takes", async () => {
  const conversation = "33333333-3333-3333-3333-333333333333";
  const user_id = "11111111-1111-1111-1111-111111111111";
  await send(conversation, { ...first("Imported", user_id), id: "44444444-4444-4444-4444-444444444444" });
  expect(await listConversations(services.context, { user_id })).toMatchObject({
    conversations: [{ title: "Imported" }],
  });
  const read = await readMessages(services.context, ReadMessagesInput.parse({ conversation_id: conversation }));
  expect(read.messages).toHaveLength(1);
});
