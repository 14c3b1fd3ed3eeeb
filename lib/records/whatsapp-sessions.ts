import { channelSession } from "./channel-session";

export const whatsappSessions = channelSession({
  slug: "whatsapp_sessions",
  title: "WhatsApp",
  noun: "WhatsApp session",
  columns: [
    { key: "last_message", label: "Last message", kind: "text" },
    { key: "message_count", label: "Messages", kind: "number", sortable: true },
    { key: "wa_id", label: "WhatsApp id", kind: "text", hidden: true },
  ],
  search: ["wa_id", "last_message"],
});
