import { z } from "zod";
import { severities } from "@/lib/checks/severity";

const name = (what: string) => z.string().trim().min(1, `Say ${what}.`).max(63);

/** What decides which rows a check names. */
export const RuleInput = z.strictObject({
  schemaName: name("which schema"),
  tableName: name("which table"),
  form: z.enum(["predicate", "query"]),
  sql: z
    .string()
    .trim()
    .min(1, "Write the condition or the query.")
    .max(20_000, "It is longer than 20,000 characters.")
    // It would end the message to PostgreSQL early, and break the connection with it.
    .refine(
      (text) => !text.includes("\0"),
      "The text holds the character NUL, which PostgreSQL cannot read. Remove it.",
    ),
});

export const CheckInput = RuleInput.extend({
  name: z.string().trim().min(3, "Give it a name of at least three letters.").max(100),
  description: z.string().trim().max(2_000).default(""),
  owner: z.string().trim().min(1, "Say who answers for it.").max(100),
  severity: z.enum(severities, `The severity is one of ${severities.join(", ")}.`),
});
export type CheckInput = z.infer<typeof CheckInput>;
