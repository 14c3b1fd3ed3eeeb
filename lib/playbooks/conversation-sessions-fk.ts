import type { ColumnTarget, KeyTarget, ReferenceTarget } from "@/lib/checks/target";
import type { Playbook, PlaybookStep } from "./define";

const conversationSessions = { schema: "public", name: "conversation_sessions" };
const chatMessages = { schema: "public", name: "chat_messages_v2" };

const conversationId: KeyTarget = {
  kind: "key",
  table: conversationSessions,
  columns: ["conversation_id"],
  constraint: "conversation_sessions_conversation_id_unique",
};

const conversationOfMessage: ReferenceTarget = {
  kind: "reference",
  table: chatMessages,
  columns: ["conversation_id"],
  parent: conversationSessions,
  parentColumns: ["conversation_id"],
  onDelete: "cascade",
  constraint: "chat_messages_v2_conversation_id_fkey",
  index: "idx_messages_conversation_fk",
  rowEvent: "ORPHANED_CHAT_MESSAGE_DETECTED",
  adopt: {
    orderBy: "created_at",
    columns: {
      agent_id: { from: "first", column: "agent_id" },
      user_id: { from: "first", column: "user_id" },
      title: { from: "firstText", column: "content", path: ["text"], maxChars: 50, suffix: "…" },
      last_active: { from: "max", column: "created_at" },
      message_count: { from: "count" },
      created_at: { from: "min", column: "created_at" },
    },
  },
};

const status: ColumnTarget = { kind: "column", table: conversationSessions, column: "status" };

const steps: PlaybookStep[] = [
  {
    id: "no-duplicates",
    title: "See that no conversation has two sessions",
    why: "One conversation is one session. Where there are two, only a person can say which is right.",
    check: "duplicate_keys",
    target: conversationId,
    repairs: [],
  },
  {
    id: "unique-conversation",
    title: "Make conversation_id unique in conversation_sessions",
    why: "A foreign key needs a unique key to point to.",
    check: "missing_unique",
    target: conversationId,
    repairs: ["add-unique"],
  },
  {
    id: "foreign-key",
    title: "Add the foreign key of messages",
    why: "From this moment no new message can be saved without its conversation, before the old ones are cleaned.",
    check: "missing_foreign_key",
    target: conversationOfMessage,
    repairs: ["add-foreign-key"],
  },
  {
    id: "orphaned-messages",
    title: "Give the orphaned messages their conversation back, or delete them",
    why: "They are invisible in the sidebar. Recreating the conversations loses nothing; deleting them is what was done in the incident.",
    check: "orphan_rows",
    target: conversationOfMessage,
    repairs: ["adopt-orphans", "delete-orphans", "reassign-orphans"],
  },
  {
    id: "index",
    title: "Index conversation_id in chat_messages_v2",
    why: "Without it, deleting one session reads every message.",
    check: "unindexed_foreign_key",
    target: conversationOfMessage,
    repairs: ["add-index"],
  },
  {
    id: "validate",
    title: "Validate the foreign key",
    why: "It proves that the old messages obey it too.",
    check: "unvalidated_constraint",
    target: conversationOfMessage,
    repairs: ["validate-constraint"],
  },
  {
    id: "fill-status",
    title: "Fill the empty status of conversation sessions",
    why: "The sidebar shows active sessions; a session without a status is in no list.",
    check: "null_despite_default",
    target: status,
    repairs: ["fill-default"],
  },
];

export const conversationSessionsFk: Playbook = {
  slug: "conversation-sessions-fk",
  title: "Messages without their conversation",
  summary:
    "Chat messages were saved before their conversation session existed, and nothing in the database forbade it.",
  story: [
    "The chat page inserted the first message of a conversation into chat_messages_v2 before it had created the row of conversation_sessions. When that second write failed or never came, the messages stayed without a conversation: 289 of them in 43 conversations, none of which shows in the sidebar.",
    "The database allowed it: conversation_id was not unique among the sessions, so no foreign key could point to it, and there was none.",
    "The unique key comes first, then the foreign key without validation, which stops new orphans at once. The old ones can then be cleaned in peace, and the constraint validated last.",
  ],
  errorMessage: null,
  tables: [conversationSessions, chatMessages],
  expects: steps.map(({ check, target }) => ({ check, target })),
  steps,
  probes: [
    { code: "one-session-per-conversation", decides: ["unique-conversation"] },
    { code: "message-needs-conversation", decides: ["foreign-key", "validate"] },
    { code: "conversation-takes-its-messages", decides: ["foreign-key"] },
  ],
  // The document prints no query of its own: these ask for what it guarantees, with the predicate of its DELETE.
  verifications: [
    {
      id: "no-orphaned-messages",
      title: "Every message has a conversation session",
      sql: `SELECT COUNT(*) AS orphaned_messages
FROM public.chat_messages_v2
WHERE NOT EXISTS (
    SELECT 1
    FROM public.conversation_sessions
    WHERE public.conversation_sessions.conversation_id = public.chat_messages_v2.conversation_id
);`,
      passes: (rows) => rows.length === 1 && String(rows[0]?.orphaned_messages) === "0",
      expected: "orphaned_messages = 0",
    },
    {
      id: "constraints-in-place",
      title: "The database enforces the relationship",
      sql: `SELECT conname, contype, convalidated, pg_get_constraintdef(oid) AS definition
FROM pg_constraint
WHERE conrelid IN ('public.conversation_sessions'::regclass, 'public.chat_messages_v2'::regclass)
  AND contype IN ('u', 'f')
ORDER BY conname;`,
      passes: (rows) => {
        const holds = (pattern: RegExp) =>
          rows.some((row) => isTrue(row.convalidated) && pattern.test(String(row.definition)));
        return (
          holds(/^UNIQUE \(conversation_id\)/) &&
          holds(/^FOREIGN KEY \(conversation_id\) REFERENCES (public\.)?conversation_sessions\(conversation_id\)/)
        );
      },
      expected: "UNIQUE (conversation_id) and the validated FOREIGN KEY (conversation_id)",
    },
  ],
};

/** Verification rows arrive as the text PostgreSQL writes. */
function isTrue(value: unknown): boolean {
  return value === true || value === "t" || value === "true";
}
