import { z } from "zod";
import { Conversation } from "./message-schema";

export const ListConversationsInput = z.strictObject({
  user_id: z.guid("must be a UUID"),
  agent_id: z.guid("must be a UUID").optional(),
  status: z.string().min(1).max(50).optional(),
  cursor: z.string().max(4000).optional().meta({ description: "`next` of the page before." }),
  limit: z.coerce
    .number("must be a number")
    .int("must be whole")
    .min(1, "must be at least 1")
    .max(100, "must be at most 100")
    .default(50),
});

export const ListConversationsOutput = z.object({
  conversations: z.array(Conversation),
  next: z.string().nullable().meta({ description: "The cursor of the next page, null on the last one." }),
});
