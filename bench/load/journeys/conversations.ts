import { randomInt, randomUUID } from "node:crypto";
import type { Call, Journey } from "../call";
import { anyOf, chance, type World } from "../world";

const texts = [
  "Hello",
  "Is the houseboat in Alleppey still free in the second week of December, for two adults and a child of four?",
  "मुझे अगले हफ्ते जयपुर जाना है, क्या कोई होटल मिल सकता है? परिवार के साथ, तीन रात, नाश्ता शामिल",
  "👨‍👩‍👧‍👦 We are four! 🏖️ Goa please 🌴".repeat(3),
];

/** A chat: its first message, a few more, now and then one that is sent twice; then the sidebar, and sometimes the end of it. */
export function* conversations({ shared, users, chatAgents }: World): Journey {
  const isShared = chance(0.3);
  const { conversation_id, user_id } = isShared
    ? anyOf(shared)
    : { conversation_id: randomUUID(), user_id: anyOf(users) };
  const agent_id = anyOf(chatAgents);
  for (let turn = randomInt(1, 6); turn > 0; turn -= 1) {
    const call = message({ conversation_id, id: randomUUID(), agent_id, user_id });
    const { status } = yield call;
    if (status !== 201) return;
    if (chance(0.2)) yield call;
  }
  if (chance(0.3)) {
    yield { operation: "listConversations", method: "GET", path: `/api/conversations?user_id=${user_id}&limit=20` };
    yield { operation: "readMessages", method: "GET", path: `/api/messages?conversation_id=${conversation_id}` };
  }
  if (isShared || !chance(0.1)) return;
  yield { operation: "deleteConversation", method: "DELETE", path: `/api/conversations/${conversation_id}` };
}

function message(fields: Record<string, string>): Call {
  const role = chance(0.5) ? "user" : "assistant";
  return {
    operation: "sendMessage",
    method: "POST",
    path: "/api/messages",
    body: { ...fields, role, content: anyOf(texts) },
  };
}
