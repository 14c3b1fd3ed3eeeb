import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { listRecords } from "@/lib/records/list-records";
import { readAnswer } from "../read-answer";
import type { ServicesContext } from "../services-context";
import { ListConversationsInput, type ListConversationsOutput } from "./list-schema";
import { Conversation } from "./message-schema";

/** A user's conversations for the sidebar, the last active first, each with the number of its messages. */
export async function listConversations(
  { client }: ServicesContext,
  input: z.input<typeof ListConversationsInput>,
): Promise<z.infer<typeof ListConversationsOutput>> {
  const { user_id, agent_id, status, cursor, limit } = ListConversationsInput.parse(input);
  const wanted = Object.entries({ user_id, agent_id, status }).filter(([, value]) => value !== undefined);
  const page = await listRecords(
    { client },
    {
      record: "conversation_sessions",
      filters: wanted.map(([column, value]) => `${column}.eq.${value}`),
      cursor,
      pageRows: limit,
    },
  );
  if (page.state === "absent") {
    throw new AppError("not_found", "This database has no table public.conversation_sessions, so there is no list.");
  }
  return { conversations: page.rows.map((row) => readAnswer(Conversation, row, "A conversation")), next: page.next };
}
