import type { Index, Table } from "@/lib/catalog/types";

/** The index that makes this one unnecessary; undefined where it has work of its own. */
export function superseding(index: Index, table: Table): Index | undefined {
  if (!index.valid) return undefined;
  const others = table.indexes.filter((other) => other !== index && other.valid);
  const twins = others.filter(({ signature }) => signature !== undefined && signature === index.signature);
  const twin = twins.toSorted(byClaim(table))[0];
  if (twin && byClaim(table)(twin, index) < 0) return twin;
  if (index.constraint !== null) return undefined;
  const mirror = others.filter((other) => isReverse(index, other)).toSorted(byClaim(table))[0];
  if (mirror && (mirror.unique || byClaim(table)(mirror, index) < 0)) return mirror;
  return others.filter((other) => doesTheWorkOf(other, index)).toSorted(byReach(table))[0];
}

/** The same columns in the opposite order: a B-tree is read from either end. */
export function isReverse(index: Index, other: Index): boolean {
  const plain = [index, other].every(({ method, partial }) => method === "btree" && !partial);
  if (!plain || index.unique || index.included?.length || index.columns.length !== other.columns.length) return false;
  return index.columns.every(
    (column, at) =>
      column !== null && column === other.columns[at] && index.ordering?.[at] === reversed(other.ordering?.[at]),
  );
}

// The last number has a bit for DESC and one for NULLS FIRST.
function reversed(ordering: string | undefined): string | undefined {
  return ordering?.replace(/\d+$/, (options) => String(Number(options) ^ 3));
}

/** Which of two that do the same work stays: what a constraint needs, then the first by name. */
function byClaim({ primaryKey }: Table): (left: Index, right: Index) => number {
  const rank = ({ constraint }: Index) => (constraint === null ? 2 : constraint === primaryKey?.name ? 0 : 1);
  return (left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1);
}

/** Of several that could stand in, the one that nothing else makes unnecessary. */
function byReach(table: Table): (left: Index, right: Index) => number {
  return (left, right) =>
    right.columns.length - left.columns.length ||
    Number(right.unique) - Number(left.unique) ||
    byClaim(table)(left, right);
}

// An index on (a) is the beginning of one on (a, b). A unique one forbids duplicates beside finding rows, a partial one
// is smaller than what would replace it, and one that carries columns answers queries by itself: those have work of
// their own. So has a hash, and whatever sorts or compares in another way.
function doesTheWorkOf(wider: Index, index: Index): boolean {
  const plain = [index, wider].every(({ method, partial }) => method === "btree" && !partial);
  if (!plain || index.unique || index.included?.length) return false;
  if (index.columns.length === wider.columns.length && !wider.unique && !wider.included?.length) return false;
  return index.columns.every(
    (column, at) => column !== null && column === wider.columns[at] && index.ordering?.[at] === wider.ordering?.[at],
  );
}
