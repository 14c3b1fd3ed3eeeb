import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { describeSuggestion, readSuggestions } from "./suggestion-row";
import type { SuggestedReference } from "./types";

const ListReferencesInput = z.object({
  state: z.enum(["suggested", "adopted", "rejected"]).optional(),
  schema: z.string().max(63).optional(),
  table: z.string().max(63).optional(),
});
export type ListReferencesInput = z.input<typeof ListReferencesInput>;

/** References that nothing declares, the surest first, with what was decided of each. */
export async function listReferences(ctx: Context, input: ListReferencesInput = {}): Promise<SuggestedReference[]> {
  requireRole(ctx, "viewer");
  const { state, schema, table } = ListReferencesInput.parse(input);
  const conditions = [sql`true`];
  if (state) conditions.push(sql`r.state = ${state}`);
  if (schema) conditions.push(sql`r.schema_name = ${schema}`);
  if (table) conditions.push(sql`r.table_name = ${table}`);
  const rows = await readSuggestions(ctx.engine.db, sql.join(conditions, sql` and `));
  return rows.map(describeSuggestion);
}
