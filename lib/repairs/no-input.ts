import { z } from "zod";

/** Repairs that leave nothing to choose. */
export const noInput = z.strictObject({});
export type NoInput = z.infer<typeof noInput>;
