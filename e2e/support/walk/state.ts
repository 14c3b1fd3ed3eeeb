import { sql } from "kysely";
import { createEngine } from "@/lib/db";
import { catalogueOf, contentsOf } from "@/lib/exports/testing/state-of";
import { environment } from "../environment";

/** All of a schema but the audit history, as text: what its tables are, every row of them, and where their sequences stand. */
export async function stateOf(schema = "public") {
  const engine = createEngine(environment.engineUrl.get());
  try {
    const { rows: sequences } = await sql`
      select sequencename, data_type::text, max_value, last_value
      from pg_sequences
      where schemaname = ${schema} and sequencename not like 'error\\_logs\\_%'
      order by 1
    `.execute(engine.db);
    return {
      catalogue: await catalogueOf(engine.db, schema),
      contents: await contentsOf(engine.db, schema),
      sequences,
    };
  } finally {
    await engine.close();
  }
}
