import { z } from "zod";

/** `numeric(12, 2)`, as the documents' table has it. */
const maxPrice = 9_999_999_999.99;

export const PurchaseInput = z.strictObject({
  lead_id: z.guid("must be a UUID"),
  agent_id: z.guid("must be a UUID"),
  price: z
    .number("must be a number")
    .min(0, "must not be negative")
    .max(maxPrice, `must be at most ${maxPrice}`)
    .refine((price) => Number(price.toFixed(2)) === price, {
      message: "must have at most two decimals",
    }),
});

export const PurchaseHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "must be 1 to 200 printable ASCII characters without spaces")
    .optional()
    .meta({
      description: "The same key with the same body is one purchase, however often it is sent. Kept for seven days.",
    }),
});

/** The row as it was saved. The database gave it its id. */
export const Purchase = z.object({
  id: z.guid("must be a UUID"),
  lead_id: z.guid("must be a UUID"),
  agent_id: z.guid("must be a UUID"),
  price: z.number(),
  currency: z.string().nullish(),
  status: z.string().nullish(),
  purchased_at: z.string().nullish(),
});

export const PurchaseOutput = z.object({
  purchase: Purchase,
  repeated: z.boolean().meta({ description: "True where this request was answered before and nothing new was saved." }),
});
