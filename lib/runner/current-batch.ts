import { type RawBuilder, sql } from "kysely";

/** The number of the batch in whose transaction a statement runs. */
export const currentBatch: RawBuilder<unknown> = sql`current_setting('plumbline.batch')::bigint`;
