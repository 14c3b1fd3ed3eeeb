import { escapeIdentifier } from "pg";
import { query, type Row } from "./query";

/** A whole table at one moment, by the rows' keys as JSON. */
export interface Snapshot {
  table: string;
  key: string;
  rows: Map<string, Row>;
}

export interface Difference {
  created: Row[];
  removed: Row[];
  changed: { before: Row; after: Row }[];
}

export async function snapshotOf(table: string, key = "id"): Promise<Snapshot> {
  const rows = await query(`select * from public.${escapeIdentifier(table)}`);
  return { table, key, rows: new Map(rows.map((row) => [keyOf(row, key), row])) };
}

export function keyOf(row: Row, key: string): string {
  return JSON.stringify({ [key]: row[key] });
}

/** Every row that is not, to the last character, what it was. */
export function difference(before: Snapshot, after: Snapshot): Difference {
  const found: Difference = { created: [], removed: [], changed: [] };
  for (const [key, row] of before.rows) {
    const now = after.rows.get(key);
    if (!now) found.removed.push(row);
    else if (!isSame(row, now)) found.changed.push({ before: row, after: now });
  }
  for (const [key, row] of after.rows) if (!before.rows.has(key)) found.created.push(row);
  return found;
}

function isSame(one: Row, other: Row): boolean {
  const columns = Object.keys(one);
  return columns.length === Object.keys(other).length && columns.every((column) => one[column] === other[column]);
}
