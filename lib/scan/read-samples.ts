import { sql, type Transaction } from "kysely";
import type { Catalog, Table } from "@/lib/catalog/types";
import type { Answer, Place } from "./read-pass";
import { placedRowsStatement, rowsStatement } from "./rows-statement";
import type { Measurement } from "./types";
import type { Question } from "./verdicts";

type Sample = Measurement["sample"];

const sampleRows = 20;
const maxCellChars = 300;
/** Up to here the first rows of a finding, in key order, cost next to nothing to find. */
const smallTableBytes = 16 * 1024 * 1024;
const quickPassMs = 500;

/** Some rows of each finding, in key order: the first ones where the table is small, else those that the pass came upon. */
export async function readSamples(
  trx: Transaction<unknown>,
  catalog: Catalog,
  table: Table,
  answers: Map<Question, Answer>,
  passMs: number,
): Promise<Map<Question, Sample>> {
  const failing = [...answers].filter(([, { count }]) => count > 0);
  if (failing.length === 0) return new Map();
  if (passMs < quickPassMs && (await isSmall(trx, table))) {
    const samples = new Map<Question, Sample>();
    for (const [question] of failing) samples.set(question, await readFirst(trx, catalog, table, question));
    return samples;
  }
  return readPlaced(trx, table, failing);
}

async function readFirst(trx: Transaction<unknown>, catalog: Catalog, table: Table, { expectation }: Question) {
  const { rows } = await rowsStatement(table, expectation, catalog, { limit: sampleRows, maxCellChars }).execute(trx);
  return rows.map(({ image }) => image);
}

async function readPlaced(trx: Transaction<unknown>, table: Table, failing: [Question, Answer][]) {
  const chosen = failing.map(([question, { places }]) => [question, firstOf(places)] as const);
  const all = chosen.flatMap(([, places]) => places);
  const { rows } = await placedRowsStatement(table, all, maxCellChars).execute(trx);
  return new Map(
    chosen.map(([question, places]) => {
      const wanted = new Set(places.map(keyOf));
      return [question, rows.filter((row) => wanted.has(keyOf(row))).map(({ image }) => image)];
    }),
  );
}

// Groups come in no order; the places are sorted so that the same rows give the same sample.
function firstOf(places: Place[]): Place[] {
  return places.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other))).slice(0, sampleRows);
}

function keyOf({ part, place }: Place): string {
  return `${part} ${place}`;
}

async function isSmall(trx: Transaction<unknown>, { schema, name, kind }: Table): Promise<boolean> {
  if (kind === "partitioned") return false;
  const { rows } = await sql<{ bytes: string }>`
    select pg_relation_size(format('%I.%I', ${schema}::text, ${name}::text)::regclass) as bytes
  `.execute(trx);
  return Number(rows[0]?.bytes) < smallTableBytes;
}
