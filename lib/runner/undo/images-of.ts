import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db";
import type { UndoPart } from "./undo-part";

/** The images of a part, as `q`. */
export function imagesOf({ runId, table, change }: UndoPart): RawBuilder<unknown> {
  return sql`q.run_id = ${runId} and q.change = ${textLiteral(change)}
    and q.schema_name = ${textLiteral(table.schema)} and q.table_name = ${textLiteral(table.name)}`;
}
