import type { Operation } from "@/lib/api/operation";
import { channelOperations } from "./channel-sessions/channel-operations";
import { conversationOperations } from "./conversations/conversation-operations";
import { sessionOperations } from "./customer-sessions/session-operations";
import { purchaseOperation } from "./marketplace/purchase-operation";

/** Everything that channels may ask for. */
export const operations: Operation[] = [
  ...sessionOperations,
  ...channelOperations,
  purchaseOperation,
  ...conversationOperations,
];
