import { type Kysely, type RawBuilder, sql } from "kysely";
import { setForTransaction } from "@/lib/db";

const partRows = 5_000;
/** Before the first part, millions of rows may have to be sorted; it blocks nobody. */
export const firstPartTimeoutMs = 300_000;

/** A result that may not fit into memory, in parts; within a transaction, and one at a time. */
export async function* readInParts<Row>(db: Kysely<unknown>, query: RawBuilder<Row>): AsyncGenerator<Row[]> {
  // All of it is wanted; a plan that gives the first rows soon may be far slower for the rest.
  await setForTransaction(db, { cursor_tuple_fraction: "1", statement_timeout: `${firstPartTimeoutMs}ms` });
  await sql`declare parts no scroll cursor for ${query}`.execute(db);
  let length: number;
  do {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(partRows)} from parts`.execute(db);
    length = rows.length;
    if (length > 0) yield rows;
  } while (length === partRows);
  await sql`close parts`.execute(db);
}
