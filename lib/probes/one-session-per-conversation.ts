import { conversationTables, insertConversation } from "./conversation-rows";
import { type Probe, step } from "./define";
import { newId } from "./made";

/** The third document: one conversation is one session. */
export const oneSessionPerConversation: Probe = {
  code: "one-session-per-conversation",
  title: "A conversation has one session",
  summary: "A second session of the same conversation is refused.",
  tables: conversationTables.slice(0, 1),
  scenario: () => {
    const [conversation, person] = [newId(), newId()];
    return [
      step("A conversation begins", insertConversation(conversation, person), { kind: "prepared", rows: 1 }),
      step("A second session of it is refused", insertConversation(conversation, person), {
        kind: "refused",
        sqlstate: "23505",
      }),
    ];
  },
};
