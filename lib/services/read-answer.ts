import type { z } from "zod";

/** What the API answered. Where that is not understood, it is no fault of the caller's, whose request may have been carried out. */
export function readAnswer<Answer>(schema: z.ZodType<Answer>, data: unknown, asked: string): Answer {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(`${asked} was answered in a form that is not known`, { cause: parsed.error });
}
