import { expect } from "@playwright/test";
import { query, type Row } from "./query";
import { type Difference, difference, keyOf, type Snapshot, snapshotOf } from "./snapshot";

interface Image {
  key: string;
  change: string;
  before: Row | null;
  after: Row | null;
}

/**
 * What a run did to a table, and that it is proved: each row that is different now has one before-image equal to what was
 * there, one after-image equal to what is there, and one audit row. Neither speaks of any other row.
 */
export async function expectProof(runId: string, before: Snapshot): Promise<Difference> {
  const { table, key } = before;
  const found = difference(before, await snapshotOf(table, key));
  const expected: Image[] = [
    ...found.created.map((after) => ({ key: keyOf(after, key), change: "insert", before: null, after })),
    ...found.removed.map((row) => ({ key: keyOf(row, key), change: "delete", before: row, after: null })),
    ...found.changed.map((row) => ({ key: keyOf(row.before, key), change: "update", ...row })),
  ];
  expect(byKey(await imagesOf(runId, table)), `before-images of ${table}`).toEqual(byKey(expected));

  const { rows: audited } = await auditOf(runId, table);
  expect(audited.toSorted(), `audit rows of ${table}`).toEqual(expected.map((image) => image.key).toSorted());
  return found;
}

async function imagesOf(runId: string, table: string): Promise<Image[]> {
  const rows = await query(
    `select key, change, before, after from plumbline.quarantine where run_id = $1 and table_name = $2`,
    [runId, table],
  );
  return rows.map(({ key, change, before, after }) => ({
    key: normal(key),
    change: String(change),
    before: JSON.parse(before ?? "null") as Row | null,
    after: JSON.parse(after ?? "null") as Row | null,
  }));
}

/** The audit rows that a run wrote of single rows of a table: what happened, and the rows' keys. */
export async function auditOf(runId: string, table: string): Promise<{ types: string[]; rows: string[] }> {
  const rows = await query(
    `select error_type, record_key from public.error_logs where run_id = $1 and table_name = $2 and action like 'row.%'`,
    [runId, table],
  );
  return {
    types: [...new Set(rows.map((row) => String(row.error_type)))].toSorted(),
    rows: rows.map((row) => normal(row.record_key)),
  };
}

function normal(json: string | null | undefined): string {
  return JSON.stringify(JSON.parse(json ?? "null"));
}

function byKey(images: Image[]): Image[] {
  return images.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
