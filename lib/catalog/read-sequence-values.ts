import { type Kysely, sql } from "kysely";
import type { TableName } from "./types";

/** Few enough that their locks are nothing to the server. */
const readAtOnce = 250;

interface ValueRow {
  place: number;
  given: string | null;
}

/**
 * The last value that each sequence gave, or will not give again because it was restarted after it: null before the first, undefined where it could not be read. The sequences
 * are read as the tables they are, because `pg_sequence_last_value` takes a lock that a reader has no business with.
 */
export async function readSequenceValues(
  db: Kysely<unknown>,
  sequences: TableName[],
): Promise<(sequence: TableName) => string | null | undefined> {
  const distinct = [...new Map(sequences.map((sequence) => [keyOf(sequence), sequence])).values()];
  const values = new Map<string, string | null>();
  for (let from = 0; from < distinct.length; from += readAtOnce) {
    const some = distinct.slice(from, from + readAtOnce);
    for (const { place, given } of await readSome(db, some)) {
      const sequence = some[place];
      if (sequence) values.set(keyOf(sequence), given);
    }
  }
  return (sequence) => values.get(keyOf(sequence));
}

/** One that was dropped or locked a moment ago must not cost the rest of the catalogue: those with it stay unknown. */
async function readSome(db: Kysely<unknown>, sequences: TableName[]): Promise<ValueRow[]> {
  const reads = sequences.map(
    ({ schema, name }, place) =>
      sql`select ${sql.lit(place)} as place, case when v.is_called then v.last_value when v.last_value <> s.seqstart then v.last_value - s.seqincrement end::text as given
        from ${sql.id(schema, name)} as v join pg_catalog.pg_sequence as s on s.seqrelid = v.tableoid`,
  );
  await sql`savepoint sequence_values`.execute(db);
  const rows = await sql<ValueRow>`${sql.join(reads, sql` union all `)}`.execute(db).then(
    (found) => found.rows,
    () => [],
  );
  // Rolled back in either case, which gives the locks back at once.
  await sql`rollback to savepoint sequence_values`.execute(db);
  await sql`release savepoint sequence_values`.execute(db);
  return rows;
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
