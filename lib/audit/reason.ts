import { z } from "zod";

/** Why somebody decided: long enough to say something, short enough to be read. */
export const Reason = z
  .string()
  .trim()
  .max(500, "Say why in at most 500 characters.")
  .refine((text) => text.replaceAll(/\s/g, "").length >= 5, "Say why, in at least five characters.");
