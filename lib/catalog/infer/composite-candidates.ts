import { areComparable } from "../comparable";
import { columnOf } from "../equivalents";
import type { Column, Table } from "../types";
import { typeOf } from "./key-type";
import type { ParentKey } from "./keys";
import type { NameCandidate } from "./types";
import { genericKeys } from "./vocabulary";
import { wordsOf } from "./words";

/** Tables that hold all columns of another table's composite key, under the same names. */
export function compositeCandidates(
  tables: readonly Table[],
  keys: ParentKey[],
  singles: readonly NameCandidate[],
): NameCandidate[] {
  return tables.flatMap((child) => keys.flatMap((key) => compositeCandidate(child, key, singles) ?? []));
}

function compositeCandidate(child: Table, { table, columns, isPrimary }: ParentKey, singles: readonly NameCandidate[]) {
  if (table === child || !columns.some(({ name }) => !isGeneric(name))) return null;
  const own = columns.map(({ name }) => columnOf(child, name));
  if (!own.every((column) => column !== undefined)) return null;
  const pairs = own.map((column, at) => [column, columns[at]] as const);
  if (!pairs.every(([left, right]) => right && areComparable(typeOf(left), typeOf(right)))) return null;
  if (isTaken(child, own) || isOwnKey(child, own) || hasOwnNumber(child, own) || isNamedApart(child, own, singles))
    return null;
  const name = { after: "composite key" as const, strength: child.schema === table.schema ? 0.85 : 0.75 };
  return { child, columns: own, parent: table, parentColumns: columns, isPrimary, name };
}

// Two tables that are both told by (tenant, id), or by (order, product), need not know of each other.
function isOwnKey(child: Table, columns: Column[]): boolean {
  const names = columns.map(({ name }) => name);
  return [child.primaryKey, ...child.uniqueKeys].some(
    (key) => key?.columns.length === names.length && key.columns.every((name) => names.includes(name)),
  );
}

// The child's rows are numbered by themselves: whether such a number occurs in the parent is chance.
function hasOwnNumber({ primaryKey }: Table, columns: Column[]): boolean {
  return primaryKey?.columns.length === 1 && columns.some(({ name }) => name === primaryKey.columns[0]);
}

function isTaken(child: Table, columns: Column[]): boolean {
  return child.foreignKeys.some((key) => columns.every(({ name }) => key.columns.includes(name)));
}

// (order_id, product_id): each names a parent of its own already, and need not name a pair.
function isNamedApart(child: Table, columns: Column[], singles: readonly NameCandidate[]): boolean {
  return columns.every(
    (column) =>
      child.foreignKeys.some((key) => key.columns.includes(column.name)) ||
      singles.some((single) => single.child === child && single.columns[0] === column && single.name.strength >= 0.85),
  );
}

function isGeneric(name: string): boolean {
  return wordsOf(name).every((word) => genericKeys.includes(word));
}
