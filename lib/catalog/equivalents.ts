import type { Catalog, Column, ForeignKey, Index, Table, TableName } from "./types";

/** A reference by what it says, whatever it is called. */
export interface ReferenceColumns {
  columns: string[];
  parent: TableName;
  parentColumns: string[];
}

/** The column of that name. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The table that a reference names: one of the business, or that of the accounts of the sign-in. */
export function parentTable({ find, accounts }: Catalog, name: TableName): Table | undefined {
  const isAccounts = accounts?.schema === name.schema && accounts.name === name.name;
  return find(name) ?? (isAccounts ? accounts : undefined);
}

/** The first of these columns that the table does not have. */
export function missingColumn(table: Table, names: readonly string[]): string | undefined {
  return names.find((name) => !columnOf(table, name));
}

/** A key, or a whole unique index, on exactly these columns in any order: what a foreign key could point to. */
export function provesUnique(table: Table, columns: string[]): boolean {
  const keys = table.primaryKey ? [table.primaryKey, ...table.uniqueKeys] : table.uniqueKeys;
  return (
    keys.some((key) => sameColumns(key.columns, columns)) ||
    table.indexes.some((index) => index.unique && index.valid && !index.partial && sameColumns(index.columns, columns))
  );
}

/** An index that finds the children of a parent: it begins with the reference's columns. */
export function equivalentIndex(table: Table, columns: string[]): Index | undefined {
  return table.indexes.find(
    (index) =>
      index.valid &&
      findsEqual(index) &&
      findsEveryChild(index, columns) &&
      sameColumns(index.columns.slice(0, columns.length), columns),
  );
}

/** A foreign key that says the same, under whatever name. */
export function equivalentForeignKey(table: Table, wanted: ReferenceColumns): ForeignKey | undefined {
  return table.foreignKeys.find(
    (key) =>
      key.parent.schema === wanted.parent.schema &&
      key.parent.name === wanted.parent.name &&
      sameColumns(pairs(key), pairs(wanted)),
  );
}

/** The columns that identify a row for good: the primary key, else a unique key that allows no NULL; null where there is neither. */
export function identifyingColumns(table: Table): string[] | null {
  if (table.inherited) return null;
  if (table.primaryKey) return table.primaryKey.columns;
  const required = new Set(table.columns.filter((column) => !column.nullable).map((column) => column.name));
  return table.uniqueKeys.find((key) => key.columns.every((name) => required.has(name)))?.columns ?? null;
}

function findsEqual(index: Index): boolean {
  return index.method === undefined || ["btree", "hash"].includes(index.method);
}

// A row with NULL in the column names no parent, so an index that leaves those rows out still finds every child.
function findsEveryChild(index: Index, columns: string[]): boolean {
  return !index.partial || columns.some((column) => column === index.notNullOf);
}

function pairs({ columns, parentColumns }: Pick<ReferenceColumns, "columns" | "parentColumns">): string[] {
  return columns.map((column, at) => JSON.stringify([column, parentColumns[at]]));
}

function sameColumns(left: (string | null)[], right: string[]): boolean {
  return left.length === right.length && right.every((name) => left.includes(name));
}
