/** What a key may be good for, in the words of the page. A route of callers asks for exactly one. */
export const scopes = {
  "channels:write": "Create channel sessions, fill in their profile, link them to leads",
  "sessions:read": "Read and restore customer sessions",
  "sessions:write": "Start and end customer sessions",
  "marketplace:write": "Buy leads in the marketplace",
  "conversations:read": "List conversations and read their messages",
  "conversations:write": "Write messages, begin and delete conversations",
  "metrics:read": "Read the metrics of this server",
} as const;

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

/** Those that an admin may give to callers without a key: what the documented channels do. */
export const openableScopes = scopeNames.filter((scope) => scope !== "metrics:read");
