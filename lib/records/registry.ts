import { AppError } from "@/lib/errors";
import { allLeads } from "./all-leads";
import { chatMessages } from "./chat-messages";
import { chatMessagesV2 } from "./chat-messages-v2";
import { conversationSessions } from "./conversation-sessions";
import { conversations } from "./conversations";
import { type RecordDefinition, type RecordGroup, type RecordSlug, recordSlugs } from "./define";
import { leadPurchases } from "./lead-purchases";
import { leads } from "./leads";
import { orders } from "./orders";
import { sessions } from "./sessions";
import { socialSessions } from "./social-sessions";
import { voiceSessions } from "./voice-sessions";
import { webSessions } from "./web-sessions";
import { whatsappSessions } from "./whatsapp-sessions";

const records = {
  web_sessions: webSessions,
  whatsapp_sessions: whatsappSessions,
  voice_sessions: voiceSessions,
  social_sessions: socialSessions,
  sessions,
  all_leads: allLeads,
  leads,
  lead_purchases: leadPurchases,
  orders,
  conversation_sessions: conversationSessions,
  chat_messages_v2: chatMessagesV2,
  conversations,
  chat_messages: chatMessages,
} satisfies Record<RecordSlug, RecordDefinition>;

export function recordDefinition(slug: RecordSlug): RecordDefinition {
  return records[slug];
}

/** The definition that an address names. */
export function findRecordDefinition(slug: string): RecordDefinition {
  const found = Object.values(records).find((record) => record.slug === slug);
  if (!found) throw new AppError("not_found", `There are no records called “${slug}”.`);
  return found;
}

export function recordsOf(group: RecordGroup): RecordDefinition[] {
  return recordSlugs.map((slug) => records[slug]).filter((record) => record.group === group);
}

/** Where each kind of record is browsed, and by which column one is opened. */
export function recordTargets() {
  const targets = recordSlugs.map((slug) => {
    const { group, key } = records[slug];
    return [slug, { slug, group, key }] as const;
  });
  return Object.fromEntries(targets) as Record<RecordSlug, Pick<RecordDefinition, "slug" | "group" | "key">>;
}
