import type { Cursor } from "./cursor";
import type { SortOrder } from "./define";

export type Comparison =
  | { column: string; is: "null" }
  | { column: string; is: "not null" }
  | { column: string; is: "=" | "<" | ">"; value: string | number | boolean }
  | { column: string; is: "like"; value: string };

/** A stretch of rows that one index range gives in order. */
export interface Segment {
  where: Comparison[];
  order: SortOrder[];
}

/**
 * The stretches that a page is read from, in waves: each wave only if the ones before did not fill the page, the
 * stretches of one wave at once. Rows without a value come last in either direction; rows of equal value go by key.
 *
 * Ties and what follows them are read apart, so each is a plain range of an index however deep the page is.
 */
export function pageSegments(order: SortOrder, key: string, cursor: Cursor | null): Segment[][] {
  const backwards = cursor?.towards === "previous";
  const direction = backwards ? opposite(order.direction) : order.direction;
  const beyond = direction === "asc" ? ">" : "<";
  const byKey: SortOrder = { column: key, direction };
  const pastKey: Comparison[] = cursor ? [{ column: key, is: beyond, value: cursor.key }] : [];
  if (order.column === key) return [[{ where: pastKey, order: [byKey] }]];

  const column = order.column;
  const byValue: SortOrder[] = [{ column, direction }, byKey];
  const filled: Segment = { where: [{ column, is: "not null" }], order: byValue };
  const empty: Segment = { where: [{ column, is: "null" }, ...pastKey], order: [byKey] };
  if (!cursor) return [[filled], [empty]];
  if (cursor.value === null) return backwards ? [[empty], [filled]] : [[empty]];

  const ties: Segment = { where: [{ column, is: "=", value: cursor.value }, ...pastKey], order: [byKey] };
  const past: Segment = { where: [{ column, is: beyond, value: cursor.value }], order: byValue };
  const allEmpty: Segment = { where: [{ column, is: "null" }], order: [byKey] };
  return backwards ? [[ties, past]] : [[ties, past], [allEmpty]];
}

function opposite(direction: SortOrder["direction"]): SortOrder["direction"] {
  return direction === "asc" ? "desc" : "asc";
}
