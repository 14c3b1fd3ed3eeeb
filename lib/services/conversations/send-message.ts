import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { callFunction } from "../call-function";
import type { ServicesContext } from "../services-context";
import { Conversation, Message, SendMessageInput, type SendMessageOutput } from "./message-schema";
import { titleOf } from "./title-of";

const Answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["begun", "sent", "repeated"]), message: Message, session: Conversation }),
  z.object({ outcome: z.enum(["no_conversation", "other_user", "other_message"]) }),
]);

/** Saves a message. The first one of a conversation makes its session before, in the same transaction: both are saved, or neither. */
export async function sendMessage(
  context: ServicesContext,
  input: z.input<typeof SendMessageInput>,
): Promise<z.infer<typeof SendMessageOutput>> {
  const { conversation_id, id = randomUUID(), role, content, agent_id, user_id } = SendMessageInput.parse(input);
  const said = typeof content === "string" ? { type: "text", text: content } : content;
  const answer = await callFunction(context, {
    what: "The message",
    table: "chat_messages_v2",
    record: { id, conversation_id, agent_id, user_id, role, content: said },
    name: "plumbline_send_message",
    parameters: {
      conversation: conversation_id,
      message: id,
      by_role: role,
      said: JSON.stringify(said),
      first_title: titleOf(said.text),
      agent: agent_id ?? null,
      person: user_id ?? null,
    },
    answer: Answer,
  });
  switch (answer.outcome) {
    case "no_conversation":
      throw new AppError(
        "not_found",
        `There is no conversation ${conversation_id} yet. Send agent_id and user_id with its first message.`,
      );
    case "other_user":
      throw new AppError("conflict", `The conversation ${conversation_id} belongs to another user. Begin a new one.`);
    case "other_message":
      throw new AppError("conflict", `Another message has the id ${id}. Send a new message with a new id.`);
    default:
      return { message: answer.message, conversation: answer.session, outcome: answer.outcome };
  }
}
