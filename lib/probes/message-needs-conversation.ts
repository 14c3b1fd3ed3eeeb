import { conversationTables, insertConversation, insertMessage } from "./conversation-rows";
import { type Probe, step } from "./define";
import { newId } from "./made";

/** The third document: the conversation first, then its message, and never the other way round. */
export const messageNeedsConversation: Probe = {
  code: "message-needs-conversation",
  title: "A message needs its conversation",
  summary: "A message without a conversation is refused, one with a conversation is accepted.",
  tables: conversationTables,
  scenario: () => {
    const [conversation, person] = [newId(), newId()];
    return [
      step("A conversation begins", insertConversation(conversation, person), { kind: "prepared", rows: 1 }),
      step("A message of it is accepted", insertMessage(newId(), conversation, "Hello"), { kind: "prepared", rows: 1 }),
      step("A message without a conversation is refused", insertMessage(newId(), newId(), "Hello"), {
        kind: "refused",
        sqlstate: "23503",
      }),
      step("The next message of the conversation is accepted", insertMessage(newId(), conversation, "Anyone there?"), {
        kind: "accepted",
        rows: 1,
      }),
    ];
  },
};
