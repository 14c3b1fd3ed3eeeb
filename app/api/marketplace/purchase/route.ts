import { callerRoute } from "@/lib/api/caller-route";
import { purchaseLead } from "@/lib/services/marketplace/purchase-lead";
import { purchaseOperation } from "@/lib/services/marketplace/purchase-operation";

export const POST = callerRoute(purchaseOperation, (caller, { body, headers }) =>
  purchaseLead(caller, body, headers["idempotency-key"]),
);
