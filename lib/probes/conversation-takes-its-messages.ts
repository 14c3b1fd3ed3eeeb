import { sql } from "kysely";
import { conversationTables, insertConversation, insertMessage } from "./conversation-rows";
import { type Probe, step } from "./define";
import { newId } from "./made";

/** The third document: deleting a session deletes all of its messages, and nobody else's. */
export const conversationTakesItsMessages: Probe = {
  code: "conversation-takes-its-messages",
  title: "A deleted conversation takes its messages along",
  summary: "Deleting a conversation removes its messages and leaves those of others.",
  tables: conversationTables,
  scenario: () => {
    const [deleted, kept, person] = [newId(), newId(), newId()];
    const left = sql`
      select conversation_id::text = ${kept} as kept, count(*)::text as messages
      from public.chat_messages_v2
      where conversation_id in (${deleted}, ${kept})
      group by 1`;
    return [
      step("A conversation begins", insertConversation(deleted, person), { kind: "prepared", rows: 1 }),
      step("So does another", insertConversation(kept, person), { kind: "prepared", rows: 1 }),
      step("The first has a message", insertMessage(newId(), deleted, "Hello"), { kind: "prepared", rows: 1 }),
      step("So has the other", insertMessage(newId(), kept, "Hello"), { kind: "prepared", rows: 1 }),
      step(
        "The first conversation is deleted",
        sql`delete from public.conversation_sessions where conversation_id = ${deleted}`,
        { kind: "accepted", rows: 1 },
      ),
      step("Its message is gone, the other is there", left, {
        kind: "returns",
        rows: [{ kept: "t", messages: "1" }],
      }),
    ];
  },
};
