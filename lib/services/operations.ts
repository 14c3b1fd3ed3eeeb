import type { Operation } from "@/lib/api/operation";
import { channelOperations } from "./channel-sessions/channel-operations";
import { conversationOperations } from "./conversations/conversation-operations";
import { sessionOperations } from "./customer-sessions/session-operations";
import { purchaseOperation } from "./marketplace/purchase-operation";

/** Everything that callers may ask for: what the OpenAPI document tells of. A test compares it with the routes. */
export const operations: Operation[] = [
  ...sessionOperations,
  ...channelOperations,
  purchaseOperation,
  ...conversationOperations,
];
