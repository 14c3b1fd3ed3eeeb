import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db";

export interface SkipCase {
  when: RawBuilder<unknown>;
  reason: string;
}

/** The reason of the first condition that holds, NULL where none does. */
export function firstOf(cases: readonly SkipCase[]): RawBuilder<string | null> | null {
  if (cases.length === 0) return null;
  const branches = cases.map(({ when, reason }) => sql`when ${when} then ${textLiteral(reason)}`);
  return sql<string | null>`case
        ${sql.join(branches, sql`\n        `)}
      end`;
}
