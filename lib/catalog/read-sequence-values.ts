import { type Kysely, sql } from "kysely";
import type { TableName } from "./types";

interface ValueRow {
  place: number;
  given: string | null;
}

/**
 * The last value that each sequence gave: null before the first, undefined where it could not be read. The sequences
 * are read as the tables they are, because `pg_sequence_last_value` takes a lock that a reader has no business with.
 */
export async function readSequenceValues(
  db: Kysely<unknown>,
  sequences: TableName[],
): Promise<(sequence: TableName) => string | null | undefined> {
  if (sequences.length === 0) return () => undefined;
  const names = new Map(sequences.map((sequence) => [keyOf(sequence), sequence]));
  const keys = [...names.keys()];
  const reads = [...names.values()].map(
    ({ schema, name }, place) =>
      sql`select ${sql.lit(place)} as place, case when is_called then last_value::text end as given from ${sql.id(schema, name)}`,
  );
  const values = new Map<string, string | null>();
  // One that was dropped or locked a moment ago must not cost the rest of the catalogue.
  await sql`savepoint sequence_values`.execute(db);
  try {
    const { rows } = await sql<ValueRow>`${sql.join(reads, sql` union all `)}`.execute(db);
    for (const { place, given } of rows) values.set(keys[place] ?? "", given);
  } catch {
    await sql`rollback to savepoint sequence_values`.execute(db);
  }
  await sql`release savepoint sequence_values`.execute(db);
  return (sequence) => values.get(keyOf(sequence));
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
