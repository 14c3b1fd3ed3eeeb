import { z } from "zod";
import { AppError } from "@/lib/errors";
import { chatMessagesV2 } from "./chat-messages-v2";
import { conversationSessions } from "./conversation-sessions";
import { readCursor } from "./cursor";
import type { SortOrder } from "./define";
import { presentColumns } from "./present-columns";
import { isAbsent, readFailure } from "./read-failure";
import { readPage } from "./read-page";
import { readSegment } from "./read-segment";
import { inTime, type RecordsContext } from "./records-context";

const ListMessagesInput = z.object({ conversationId: z.guid(), cursor: z.string().max(4000).optional() });

export interface TranscriptMessage {
  id: string;
  role: string;
  /** As it is stored: JSON that usually holds a text. */
  content: unknown;
  createdAt: string | null;
}

export type Transcript =
  | { state: "absent" }
  | {
      state: "present";
      messages: TranscriptMessage[];
      next: string | null;
      /** Missing: the messages are orphans. */
      session: "present" | "missing" | "table absent";
    };

const order: SortOrder = { column: "created_at", direction: "asc" };
const pageRows = 100;

/** What was said in a conversation, oldest first, whether or not a session of it is left. */
export async function listMessages(context: RecordsContext, input: unknown): Promise<Transcript> {
  const { conversationId, cursor: cursorText } = ListMessagesInput.parse(input);
  const record = chatMessagesV2;
  const present = await presentColumns(context, record);
  if (!present) return { state: "absent" };
  const cursor = cursorText === undefined ? null : readCursor(cursorText, order);
  if (cursorText !== undefined && !cursor)
    throw new AppError("invalid", "Open the conversation again from its beginning.");

  const where = { all: [{ column: "conversation_id", is: "=" as const, value: conversationId }], any: [] };
  const select = ["id", "role", "content", "created_at"].filter((column) => present.has(column));
  const [page, session] = await Promise.all([
    readPage({ order, key: record.key, cursor, pageRows }, (segment, rows) =>
      readSegment(context, record, { select, where, segment, rows }),
    ),
    sessionOf(context, conversationId),
  ]);
  const messages = page.rows.map((row) => ({
    id: String(row.id),
    role: typeof row.role === "string" ? row.role : "unknown",
    content: row.content,
    createdAt: typeof row.created_at === "string" ? row.created_at : null,
  }));
  return { state: "present", messages, next: page.next, session };
}

async function sessionOf(context: RecordsContext, conversationId: string) {
  const { data, error } = await inTime(context, (signal) =>
    context.client
      .from(conversationSessions.table)
      .select("conversation_id")
      .eq("conversation_id", conversationId)
      .limit(1)
      .abortSignal(signal),
  );
  if (error && isAbsent(error)) return "table absent";
  if (error) throw readFailure(conversationSessions, error);
  return data.length > 0 ? "present" : "missing";
}
