import { z } from "zod";
import { AppError } from "@/lib/errors";
import { listMessages } from "@/lib/records/list-messages";
import type { ServicesContext } from "../services-context";
import { Message } from "./message-schema";

export const ReadMessagesInput = z.strictObject({
  conversation_id: z.guid("must be a UUID"),
  cursor: z.string().max(4000).optional().meta({ description: "`next` of the page before." }),
});

export const ReadMessagesOutput = z.object({
  messages: z.array(Message.omit({ conversation_id: true })),
  next: z.string().nullable().meta({ description: "The cursor of the next page, null on the last one." }),
});

/** What was said in a conversation, oldest first. One that has neither a session nor a message is none. */
export async function readMessages(
  { client }: ServicesContext,
  input: z.infer<typeof ReadMessagesInput>,
): Promise<z.infer<typeof ReadMessagesOutput>> {
  const { conversation_id, cursor } = input;
  const read = await listMessages({ client }, { conversationId: conversation_id, cursor });
  if (read.state === "absent") {
    throw new AppError("not_found", "This database has no table public.chat_messages_v2, so there are no messages.");
  }
  if (read.messages.length === 0 && read.session !== "present") {
    throw new AppError("not_found", `There is no conversation ${conversation_id}.`);
  }
  return {
    messages: read.messages.map(({ createdAt, ...message }) => ({ ...message, created_at: createdAt })),
    next: read.next,
  };
}
