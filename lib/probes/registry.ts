import { sql } from "kysely";
import type { ProbeCode } from "./codes";
import { conversationTakesItsMessages } from "./conversation-takes-its-messages";
import type { Probe } from "./define";
import { loginAfterLogout } from "./login-after-logout";
import { newToken } from "./made";
import { messageNeedsConversation } from "./message-needs-conversation";
import { oneSessionPerConversation } from "./one-session-per-conversation";
import { purchaseWithoutId } from "./purchase-without-id";
import { rowOfUnknownUser } from "./row-of-unknown-user";
import { sessionWithoutLead } from "./session-without-lead";
import { twoCustomersTwoSessions } from "./two-customers-two-sessions";

/** Every documented probe, by its code. */
export const probes = {
  "web-session-without-lead": sessionWithoutLead("web-session-without-lead", "web_sessions", "web"),
  "whatsapp-session-without-lead": sessionWithoutLead("whatsapp-session-without-lead", "whatsapp_sessions", "WhatsApp"),
  "voice-session-without-lead": sessionWithoutLead("voice-session-without-lead", "voice_sessions", "voice"),
  "social-session-without-lead": sessionWithoutLead("social-session-without-lead", "social_sessions", "social"),
  "purchase-without-id": purchaseWithoutId,
  "one-session-per-conversation": oneSessionPerConversation,
  "message-needs-conversation": messageNeedsConversation,
  "conversation-takes-its-messages": conversationTakesItsMessages,
  "two-customers-two-sessions": twoCustomersTwoSessions,
  "login-after-logout": loginAfterLogout,
  "order-of-unknown-user": rowOfUnknownUser({
    code: "order-of-unknown-user",
    table: "orders",
    noun: "An order",
    rest: () => ({ order_number: newToken(), total: sql`1` }),
  }),
  "chat-message-of-unknown-user": rowOfUnknownUser({
    code: "chat-message-of-unknown-user",
    table: "chat_messages",
    noun: "A chat message",
    rest: () => ({ role: sql.lit("user"), content: sql.lit("Hello") }),
  }),
  "conversation-of-unknown-user": rowOfUnknownUser({
    code: "conversation-of-unknown-user",
    table: "conversations",
    noun: "A conversation",
    rest: () => ({ title: sql.lit("Probe") }),
  }),
  "lead-of-unknown-user": rowOfUnknownUser({
    code: "lead-of-unknown-user",
    table: "leads",
    noun: "A lead",
    rest: () => ({ name: sql.lit("Probe") }),
  }),
} satisfies Record<ProbeCode, Probe>;
