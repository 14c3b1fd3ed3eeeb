/** The probes of the documents; those that admins write have an id instead. */
export const probeCodes = [
  "web-session-without-lead",
  "whatsapp-session-without-lead",
  "voice-session-without-lead",
  "social-session-without-lead",
  "purchase-without-id",
  "one-session-per-conversation",
  "message-needs-conversation",
  "conversation-takes-its-messages",
  "two-customers-two-sessions",
  "login-after-logout",
  "order-of-unknown-user",
  "chat-message-of-unknown-user",
  "conversation-of-unknown-user",
  "lead-of-unknown-user",
] as const;

export type ProbeCode = (typeof probeCodes)[number];
