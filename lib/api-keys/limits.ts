import { z } from "zod";

/** How often a caller may ask. */
export const RatePerMinute = z
  .number("Give a whole number of calls a minute.")
  .int("Give a whole number of calls a minute.")
  .min(1, "Allow at least one call a minute, or none at all by revoking.")
  .max(1_000_000, "Allow at most 1,000,000 calls a minute.");

export const KeyId = z.string().regex(/^[a-z0-9]{12}$/, "That is no id of an API key.");
