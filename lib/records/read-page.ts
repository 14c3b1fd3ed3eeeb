import { type Cursor, writeCursor } from "./cursor";
import type { SortOrder } from "./define";
import { pageSegments, type Segment } from "./page-segments";

export type RecordRow = Record<string, unknown>;

export interface Page {
  rows: RecordRow[];
  /** Opaque; null where there is nothing further that way. */
  next: string | null;
  previous: string | null;
}

interface ReadPageInput {
  order: SortOrder;
  key: string;
  cursor: Cursor | null;
  pageRows: number;
}

/** Fills one page from its stretches and marks where the pages beside it begin. */
export async function readPage(
  { order, key, cursor, pageRows }: ReadPageInput,
  readSegment: (segment: Segment, rows: number) => Promise<RecordRow[]>,
): Promise<Page> {
  const found: RecordRow[] = [];
  for (const wave of pageSegments(order, key, cursor)) {
    // One row more than shown tells whether there is another page.
    const missing = pageRows + 1 - found.length;
    const stretches = await Promise.all(wave.map((segment) => readSegment(segment, missing)));
    found.push(...stretches.flat());
    if (found.length > pageRows) break;
  }

  const backwards = cursor?.towards === "previous";
  const more = found.length > pageRows;
  const rows = found.slice(0, pageRows);
  if (backwards) rows.reverse();

  const place = (row: RecordRow | undefined, towards: Cursor["towards"]) =>
    row === undefined
      ? null
      : writeCursor({
          sort: order.column,
          direction: order.direction,
          towards,
          value: scalar(row[order.column]),
          key: typeof row[key] === "number" ? row[key] : String(row[key]),
        });
  return {
    rows,
    next: backwards || more ? place(rows.at(-1), "next") : null,
    previous: (backwards ? more : cursor !== null) ? place(rows[0], "previous") : null,
  };
}

function scalar(value: unknown): Cursor["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
