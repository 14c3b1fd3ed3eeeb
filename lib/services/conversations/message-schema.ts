import { z } from "zod";

const Text = z
  .string("must be a text")
  .max(16_000, "must be at most 16,000 characters")
  .refine((text) => text.trim() !== "", { message: "must not be empty" });

export const ConversationParams = z.object({
  id: z.guid("must be a UUID").meta({ description: "The conversation's id." }),
});

export const SendMessageInput = z.strictObject({
  conversation_id: z.guid("must be a UUID"),
  id: z
    .guid("must be a UUID")
    .optional()
    .meta({ description: "Of the message. Sent again with the same id, it is saved once." }),
  role: z.enum(["user", "assistant", "system"], "must be user, assistant or system"),
  content: z.union(
    [Text, z.strictObject({ type: z.literal("text"), text: Text })],
    'must be a text, or { type: "text", text }',
  ),
  agent_id: z
    .guid("must be a UUID")
    .optional()
    .meta({ description: "Needed with the first message of a conversation." }),
  user_id: z
    .guid("must be a UUID")
    .optional()
    .meta({ description: "Needed with the first message of a conversation." }),
});

export const Message = z.object({
  id: z.string(),
  conversation_id: z.guid("must be a UUID"),
  role: z.string(),
  content: z.unknown(),
  created_at: z.string().nullable(),
});

/** A conversation as the sidebar shows it. */
export const Conversation = z.object({
  conversation_id: z.guid("must be a UUID"),
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
