import { z } from "zod";
import { AppError } from "@/lib/errors";
import { callFunction } from "../call-function";
import type { ServicesContext } from "../services-context";
import type { DeleteConversationOutput } from "./message-schema";

const Answer = z.object({ sessions: z.int(), messages: z.int() });

/** Removes a conversation with all of its messages, also where no foreign key would take them along. */
export async function deleteConversation(
  context: ServicesContext,
  conversationId: string,
): Promise<z.infer<typeof DeleteConversationOutput>> {
  const { sessions, messages } = await callFunction(context, {
    what: "The deletion of the conversation",
    table: "conversation_sessions",
    record: { conversation_id: conversationId },
    name: "plumbline_delete_conversation",
    parameters: { conversation: conversationId },
    answer: Answer,
  });
  if (sessions + messages === 0) throw new AppError("not_found", `There is no conversation ${conversationId}.`);
  return { deleted: { conversations: sessions, messages } };
}
