import type { Column, ForeignKey, Index, Key, Table } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";

/** The column of that name. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The first of these columns that the table does not have. */
export function missingColumn(table: Table, names: string[]): string | undefined {
  return names.find((name) => !columnOf(table, name));
}

/** A primary or unique key on exactly these columns, in any order. */
export function equivalentKey(table: Table, columns: string[]): Key | undefined {
  const keys = table.primaryKey ? [table.primaryKey, ...table.uniqueKeys] : table.uniqueKeys;
  return keys.find((key) => sameColumns(key.columns, columns));
}

/** What a foreign key to these columns could point to: a key, or a whole unique index. */
export function provesUnique(table: Table, columns: string[]): boolean {
  const whole = (index: Index) => index.unique && index.valid && !index.partial;
  return (
    equivalentKey(table, columns) !== undefined ||
    table.indexes.some((index) => whole(index) && sameColumns(index.columns, columns))
  );
}

/** An index that finds the children of a parent: it begins with the reference's columns. */
export function equivalentIndex(table: Table, columns: string[]): Index | undefined {
  return table.indexes.find(
    (index) => index.valid && !index.partial && sameColumns(index.columns.slice(0, columns.length), columns),
  );
}

/** A foreign key that says the same, under whatever name. */
export function equivalentForeignKey(table: Table, target: ReferenceTarget): ForeignKey | undefined {
  return table.foreignKeys.find(
    (key) =>
      key.parent.schema === target.parent.schema && key.parent.name === target.parent.name && samePairs(key, target),
  );
}

function samePairs(key: ForeignKey, target: ReferenceTarget): boolean {
  const pair = (columns: string[], parents: string[]) =>
    columns.map((column, at) => JSON.stringify([column, parents[at]]));
  return sameColumns(pair(key.columns, key.parentColumns), pair(target.columns, target.parentColumns));
}

function sameColumns(left: (string | null)[], right: string[]): boolean {
  return left.length === right.length && right.every((name) => left.includes(name));
}
