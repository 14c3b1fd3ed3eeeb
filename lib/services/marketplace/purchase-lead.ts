import { z } from "zod";
import { AppError } from "@/lib/errors";
import { callFunction } from "../call-function";
import type { ServicesContext } from "../services-context";
import { Purchase, PurchaseInput, type PurchaseOutput } from "./purchase-schema";
import { requestHash } from "./request-hash";

const Answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["bought", "repeated"]), purchase: Purchase }),
  z.object({ outcome: z.literal("sold"), to_this_agent: z.boolean() }),
  z.object({ outcome: z.enum(["no_lead", "other_request"]) }),
]);

/** Sells a lead to an agent, once: neither a request that comes again nor another agent at the same instant buys it twice. */
export async function purchaseLead(
  context: ServicesContext,
  input: z.input<typeof PurchaseInput>,
  idempotencyKey?: string,
): Promise<z.infer<typeof PurchaseOutput>> {
  const record = PurchaseInput.parse(input);
  const answer = await callFunction(context, {
    what: "The purchase",
    table: "lead_purchases",
    record,
    name: "plumbline_purchase_lead",
    parameters: {
      lead: record.lead_id,
      agent: record.agent_id,
      at_price: record.price,
      by_caller: context.keyId ?? context.name,
      idempotency_key: idempotencyKey ?? null,
      hash: requestHash("/api/marketplace/purchase", record),
    },
    answer: Answer,
  });
  switch (answer.outcome) {
    case "bought":
    case "repeated":
      return { purchase: answer.purchase, repeated: answer.outcome === "repeated" };
    case "sold":
      throw new AppError(
        "conflict",
        answer.to_this_agent
          ? `The lead ${record.lead_id} was sold to this agent before. A lead is sold once.`
          : `The lead ${record.lead_id} was sold to another agent before. A lead is sold once: choose another.`,
      );
    case "no_lead":
      throw new AppError("not_found", `There is no lead ${record.lead_id}, so it cannot be sold.`);
    case "other_request":
      throw new AppError(
        "refused",
        `The idempotency key “${idempotencyKey}” was used for another purchase. Send a new key with a new purchase.`,
      );
  }
}
