import { defineOperation } from "@/lib/api/operation";
import { PurchaseHeaders, PurchaseInput, PurchaseOutput } from "./purchase-schema";

export const purchaseOperation = defineOperation({
  id: "purchaseLead",
  method: "post",
  path: "/api/marketplace/purchase",
  scope: "marketplace:write",
  summary: "Sell a lead to an agent, once. The database gives the purchase its id.",
  headers: PurchaseHeaders,
  body: PurchaseInput,
  output: PurchaseOutput,
  status: 201,
  refusals: {
    not_found: "There is no such lead, or the database has no table of leads or of purchases.",
    conflict: "The lead was sold before.",
    refused:
      "The idempotency key was used for another purchase, or the database refused the row: then error_logs has it.",
  },
});
