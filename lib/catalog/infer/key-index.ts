import type { Column, Table } from "../types";
import { columnWords, splitKey } from "./column-words";
import { isKeyType } from "./key-type";
import { type ParentKey, tableWords } from "./keys";
import { isPeopleTable, type NamedKey, namesPerson, tableStrength } from "./name-evidence";
import { genericKeys } from "./vocabulary";
import { singulars } from "./words";

export interface Lookup {
  /** Keys that the column may be named after. */
  keys: NamedKey[];
  /** How surely the column is named after the table that has it, 0 to 1. */
  ownName: number;
}

/** Finds keys of one column by the words that a reference to them has in its name: not every column is held against every key. */
export function indexKeys(
  tables: readonly Table[],
  keys: readonly ParentKey[],
): (column: Column, child: Table) => Lookup {
  const wordsOfTable = tableWords(tables);
  const byHook = new Map<string, NamedKey[]>();
  const people: NamedKey[] = [];
  const ownKeys = new Map<Table, NamedKey>();
  for (const { table, columns, isPrimary } of keys) {
    const [key, ...more] = columns;
    if (!key || more.length > 0 || !isKeyType(key)) continue;
    const named: NamedKey = { table, key, isPrimary, words: wordsOfTable(table), keyWords: columnWords(key.name) };
    for (const hook of hooksOfKey(named)) append(byHook, hook, named);
    if (isPrimary) ownKeys.set(table, named);
    if (isPrimary && isPeopleTable(named.words)) people.push(named);
  }
  return (column, child) => {
    const words = columnWords(column.name);
    const own = ownKeys.get(child);
    const { stem } = splitKey(words);
    const found = [...hooksOfColumn(words, stem)].flatMap((hook) => byHook.get(hook) ?? []);
    return {
      keys: [...new Set([...found, ...(namesPerson(stem) ? people : []), ...(own ? [own] : [])])],
      ownName: tableStrength(stem, wordsOfTable(child)),
    };
  };
}

// A reference to order_lines ends in "order line", or says "line" and nothing more.
function hooksOfKey({ words: { words, withoutPrefix }, keyWords }: NamedKey): Set<string> {
  const whole = [...joined(words), ...(withoutPrefix ? joined(withoutPrefix) : [])];
  const parts = words.flatMap((_, at) => (at === 0 ? [] : joined(words.slice(at))));
  return new Set([
    ...whole.map((name) => `whole ${name}`),
    ...parts.map((name) => `part ${name}`),
    // A key called id is named by its table only.
    ...(isGeneric(keyWords) ? [] : [`key ${keyWords.join("")}`]),
  ]);
}

function hooksOfColumn(words: string[], stem: string[]): Set<string> {
  return new Set([
    ...stem.flatMap((_, at) => joined(stem.slice(at)).map((name) => `whole ${name}`)),
    ...joined(stem).map((name) => `part ${name}`),
    ...words.map((_, at) => `key ${words.slice(at).join("")}`),
  ]);
}

function isGeneric(words: string[]): boolean {
  return words.every((word) => genericKeys.includes(word));
}

/** The words as one, the last of them in every number that it may stand for. */
function joined(words: string[]): string[] {
  const before = words.slice(0, -1).join("");
  return singulars(words.at(-1) ?? "").map((word) => `${before}${word}`);
}

function append<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
