import { z } from "zod";

const Text = z
  .string()
  .max(16_000)
  .refine((text) => text.trim() !== "", { message: "A message needs a text" });

export const ConversationParams = z.object({ id: z.uuid().meta({ description: "The conversation's id." }) });

export const SendMessageInput = z.strictObject({
  id: z.uuid().optional().meta({ description: "Of the message. Sent again with the same id, it is saved once." }),
  role: z.enum(["user", "assistant", "system"]),
  content: z.union([Text, z.strictObject({ type: z.literal("text"), text: Text })]),
  agent_id: z.uuid().optional().meta({ description: "Needed with the first message of a conversation." }),
  user_id: z.uuid().optional().meta({ description: "Needed with the first message of a conversation." }),
});

export const Message = z.object({
  id: z.uuid(),
  conversation_id: z.uuid(),
  role: z.string(),
  content: z.unknown(),
  created_at: z.string(),
});

/** A conversation as the sidebar shows it. */
export const Conversation = z.object({
  conversation_id: z.uuid(),
  agent_id: z.string(),
  user_id: z.string(),
  title: z.string().nullable(),
  status: z.string().nullable(),
  last_active: z.string().nullable(),
  message_count: z.number().int().nullable(),
});

export const SendMessageOutput = z.object({
  message: Message,
  conversation: Conversation,
  outcome: z.enum(["begun", "sent", "repeated"]).meta({
    description: "`begun`: the conversation was made with it; `repeated`: a message of this id was saved before.",
  }),
});

export const DeleteConversationOutput = z.object({ deleted: z.object({ conversations: z.int(), messages: z.int() }) });
