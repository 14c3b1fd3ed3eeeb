import { columnOf, provesUnique } from "../equivalents";
import type { Column, Table, TableName } from "../types";
import { wordsOf } from "./words";

/** A key that a reference could point to. */
export interface ParentKey {
  table: Table;
  columns: Column[];
  isPrimary: boolean;
}

/** Every primary and unique key of the tables; rows of tables that others inherit from are not told by theirs. */
export function parentKeys(tables: readonly Table[]): ParentKey[] {
  return tables.flatMap((table) => (table.inherited ? [] : keysOf(table)));
}

function keysOf(table: Table): ParentKey[] {
  const primary = table.primaryKey?.columns;
  const unique = [
    ...table.uniqueKeys.map(({ columns }) => columns),
    ...table.indexes
      .map(({ columns }) => columns.filter((column) => column !== null))
      .filter((columns) => provesUnique(table, columns)),
  ];
  const seen = new Set<string>();
  return [...(primary ? [primary] : []), ...unique].flatMap((names) => {
    const identity = JSON.stringify(names.toSorted());
    if (names.length === 0 || seen.has(identity)) return [];
    seen.add(identity);
    const columns = names.map((name) => columnOf(table, name)).filter((column) => column !== undefined);
    return columns.length === names.length ? [{ table, columns, isPrimary: names === primary }] : [];
  });
}

/** What a table is called when it is spoken of: its whole name, and its name without the prefix that its schema gives to many. */
export interface TableWords {
  words: string[];
  /** `wp_posts` → posts, where `wp_` is on several tables and nothing by itself. */
  withoutPrefix: string[] | null;
}

/** The words of every table's name. */
export function tableWords(tables: readonly Table[]): (table: TableName) => TableWords {
  const words = new Map(tables.map((table) => [nameKey(table), wordsOf(table.name)]));
  const shared = sharedPrefixes(tables, words);
  return (table) => {
    const own = words.get(nameKey(table)) ?? wordsOf(table.name);
    const isPrefixed = own.length > 1 && shared.has(prefixKey(table, own));
    return { words: own, withoutPrefix: isPrefixed ? own.slice(1) : null };
  };
}

// Fewer tables may begin alike because they belong to one thing: orders, order_lines, order_notes.
const fewestWithPrefix = 3;
const alwaysPrefixes = ["tbl", "tb", "t", "dim", "fact", "app"];

function sharedPrefixes(tables: readonly Table[], words: Map<string, string[]>): Set<string> {
  const counts = new Map<string, number>();
  const whole = new Set<string>();
  const shared = new Set<string>();
  for (const table of tables) {
    const own = words.get(nameKey(table)) ?? [];
    const key = prefixKey(table, own);
    if (own.length === 1)
      for (const form of [own[0], `${own[0]}`.replace(/s$/, "")]) whole.add(prefixKey(table, [form ?? ""]));
    else counts.set(key, (counts.get(key) ?? 0) + 1);
    if (alwaysPrefixes.includes(own[0] ?? "")) shared.add(key);
  }
  for (const [key, count] of counts) if (count >= fewestWithPrefix && !whole.has(key)) shared.add(key);
  return shared;
}

function prefixKey({ schema }: TableName, words: readonly string[]): string {
  return JSON.stringify([schema, words[0]]);
}

function nameKey({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
