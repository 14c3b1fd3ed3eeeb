import { z } from "zod";
import type { ProbeStatement } from "@/lib/probes/types";

const text = (what: string, max: number) =>
  z
    .string()
    .max(max, `${what} is longer than ${max.toLocaleString("en")} characters.`)
    // It would end the message to PostgreSQL early, and break the connection with it.
    .refine(
      (value) => !value.includes("\0"),
      `${what} holds the character NUL, which PostgreSQL cannot read. Remove it.`,
    );

const rows = z.int().min(0).max(1_000_000_000).nullable();

const Expected = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("prepared"), rows }),
  z.strictObject({ kind: z.literal("accepted"), rows }),
  z.strictObject({
    kind: z.literal("refused"),
    sqlstate: z.string().regex(/^[0-9A-Z]{5}$/, "Write PostgreSQL's code of five characters, 23503 for example."),
  }),
  z.strictObject({
    kind: z.literal("returns"),
    rows: z
      .array(z.record(z.string().max(63), text("A value", 2_000).nullable()), "Write the rows as a list of objects.")
      .max(50, "Expect 50 rows at most."),
  }),
]);

const Statement = z.strictObject({
  title: text("The title of a statement", 200).trim().min(1, "Say of every statement what it shows."),
  sql: text("The SQL of a statement", 20_000).trim().min(1, "Write the SQL of every statement."),
  role: z.string().trim().min(1).max(63).nullable(),
  expected: Expected,
}) satisfies z.ZodType<ProbeStatement>;

/** What is tried. */
export const ScenarioInput = z.strictObject({
  statements: z.array(Statement).min(1, "Write at least one statement.").max(30, "30 statements are the most."),
});

export const ProbeInput = ScenarioInput.extend({
  name: text("The name", 100).trim().min(3, "Give it a name of at least three letters."),
  description: text("The description", 2_000).trim().default(""),
  owner: text("The owner", 100).trim().min(1, "Say who answers for it."),
});
export type ProbeInput = z.infer<typeof ProbeInput>;
