import type { Operation } from "@/lib/api/operation";
import { conversationOperations } from "./conversations/conversation-operations";
import { purchaseOperation } from "./marketplace/purchase-operation";

/** Everything that callers may ask for: what the OpenAPI document tells of. A test compares it with the routes. */
export const operations: Operation[] = [purchaseOperation, ...conversationOperations];
