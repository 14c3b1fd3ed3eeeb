import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db";
import { keysIn } from "../narrowing";
import type { UndoPart } from "./undo-part";

/** The images of a part, as `q`. */
export function imagesOf(part: UndoPart): RawBuilder<unknown> {
  const { runId, table, change } = part;
  return sql`q.run_id = ${runId} and q.change = ${textLiteral(change)}
    and q.schema_name = ${textLiteral(table.schema)} and q.table_name = ${textLiteral(table.name)}${chosenOf(part, "q")}`;
}

/** Of those, only what was chosen to be taken back. */
export function chosenOf({ narrowing }: UndoPart, image: string): RawBuilder<unknown> {
  if (!narrowing) return sql``;
  const keys = keysIn(narrowing).map((key) => JSON.stringify(key));
  const isListed = sql`${sql.id(image, "key")} = any (${keys}::jsonb[])`;
  return "only" in narrowing ? sql` and ${isListed}` : sql` and not ${isListed}`;
}
