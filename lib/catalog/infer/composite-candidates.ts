import { areComparable } from "../comparable";
import type { Column, Table } from "../types";
import { typeOf } from "./key-type";
import type { ParentKey } from "./keys";
import type { NameCandidate } from "./types";
import { genericKeys } from "./vocabulary";
import { wordsOf } from "./words";

/** A single column of this strength names a parent of its own. */
const ownParent = 0.85;

/** Gives, for one table after another, the tables of which it holds all columns of a composite key under the same names. */
export function compositeCandidates(
  tables: readonly Table[],
  keys: readonly ParentKey[],
  singles: readonly NameCandidate[],
  most: number,
): (child: Table) => NameCandidate[] {
  const alike = alikeKeys(tables, keys);
  const named = Map.groupBy(singles, ({ child }) => child);
  return (child) => {
    const columns = new Map(child.columns.map((column) => [column.name, column]));
    const ownParents = (named.get(child) ?? []).filter(({ name }) => name.strength >= ownParent);
    const taken = new Set(ownParents.flatMap((single) => single.columns));
    return child.columns.flatMap(({ name }) =>
      (alike.get(name) ?? []).flatMap((parents) => candidatesOf(child, columns, taken, parents, most)),
    );
  };
}

/** Keys with the same columns of the same types, by the one of their columns that the fewest tables have. */
function alikeKeys(tables: readonly Table[], keys: readonly ParentKey[]): Map<string, ParentKey[][]> {
  const uses = Map.groupBy(
    tables.flatMap(({ columns }) => columns.map(({ name }) => name)),
    (name) => name,
  );
  const rarity = (name: string) => uses.get(name)?.length ?? 0;
  const composite = keys.filter(
    ({ columns }) => columns.length > 1 && columns.some((column) => !isGeneric(column.name)),
  );
  const groups = Map.groupBy(composite, ({ columns, isPrimary }) =>
    JSON.stringify([isPrimary, columns.map((column) => [column.name, typeOf(column)])]),
  );
  return Map.groupBy(groups.values(), ([first]) => {
    const names = (first?.columns ?? []).map(({ name }) => name);
    return names.toSorted((left, right) => rarity(left) - rarity(right))[0] ?? "";
  });
}

/** Where more tables than `most` have such a key, its columns name the rows of none of them. */
function candidatesOf(
  child: Table,
  columnsOfChild: Map<string, Column>,
  taken: Set<Column>,
  keys: ParentKey[],
  most: number,
): NameCandidate[] {
  const [first] = keys;
  if (!first) return [];
  const own = first.columns.flatMap(({ name }) => columnsOfChild.get(name) ?? []);
  const fits = own.every((column, at) => {
    const other = first.columns[at];
    return other !== undefined && areComparable(typeOf(column), typeOf(other));
  });
  if (own.length !== first.columns.length || !fits) return [];
  if (isTaken(child, own) || isOwnKey(child, own) || hasOwnNumber(child, own) || isNamedApart(child, own, taken))
    return [];
  const others = keys.filter(({ table }) => table !== child);
  const near = others.filter(({ table }) => table.schema === child.schema);
  const parents = near.length > 0 ? near : others;
  if (parents.length > most) return [];
  const name = { after: "composite key" as const, strength: near.length > 0 ? 0.85 : 0.75 };
  return parents.map(({ table, columns, isPrimary }) => ({
    child,
    columns: own,
    parent: table,
    parentColumns: columns,
    isPrimary,
    name,
  }));
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
function isNamedApart(child: Table, columns: Column[], taken: Set<Column>): boolean {
  return columns.every(
    (column) => taken.has(column) || child.foreignKeys.some((key) => key.columns.includes(column.name)),
  );
}

function isGeneric(name: string): boolean {
  return wordsOf(name).every((word) => genericKeys.includes(word));
}
