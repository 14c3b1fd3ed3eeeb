import { type RawBuilder, sql } from "kysely";

/** The tables of the third document. */
export const conversationTables = [
  { schema: "public", name: "conversation_sessions" },
  { schema: "public", name: "chat_messages_v2" },
];

/** The row that the application writes before the first message. */
export function insertConversation(id: RawBuilder<string>, person: RawBuilder<string>): RawBuilder<unknown> {
  return sql`
    insert into public.conversation_sessions (conversation_id, agent_id, user_id, title, status, last_active, message_count)
    values (${id}, ${person}, ${person}, 'Hello', 'active', now(), 0)`;
}

export function insertMessage(
  message: RawBuilder<string>,
  conversation: RawBuilder<string>,
  text: string,
): RawBuilder<unknown> {
  return sql`
    insert into public.chat_messages_v2 (id, conversation_id, role, content)
    values (${message}, ${conversation}, 'user', jsonb_build_object('type', 'text', 'text', ${sql.lit(text)}))`;
}
