import { withEngine } from "../engine";

/** A row with every value as the text that PostgreSQL writes. */
export type Row = Record<string, string | null>;

/** Asks the product's database, past the product. */
export async function query(text: string, values: unknown[] = []): Promise<Row[]> {
  const asText = { getTypeParser: () => (value: string) => value };
  return withEngine(async (client) => (await client.query<Row>({ text, values, types: asText })).rows);
}

/** The first column of the first row, as a number. */
export async function count(text: string, values: unknown[] = []): Promise<number> {
  const [row] = await query(text, values);
  return Number(Object.values(row ?? {})[0]);
}
