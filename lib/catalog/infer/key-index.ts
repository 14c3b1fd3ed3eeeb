import type { Column, Table } from "../types";
import { AlikeKeys } from "./alike-keys";
import { type ColumnName, columnName } from "./column-words";
import { hooksOfColumn, hooksOfKey, kindOf } from "./hooks";
import { isKeyType } from "./key-type";
import { type ParentKey, tableWords } from "./keys";
import { type ChildName, isPeopleTable, namesPerson } from "./name-evidence";
import { type NamedKey, namedKey } from "./named-key";
import { tableStrength } from "./table-strength";

export interface Lookup {
  name: ColumnName;
  child: ChildName;
  /** Keys that the column may be named after. */
  keys: NamedKey[];
  /** How surely the column is named after the table that has it, 0 to 1. */
  ownName: number;
}

/**
 * Finds keys of one column by the words that a reference to them has in its name: not every column is held against every
 * key. Of keys that the name does not tell apart it gives `most`, and as many of the column's own schema.
 */
export function indexKeys(
  tables: readonly Table[],
  keys: readonly ParentKey[],
  most: number,
): (column: Column, child: Table) => Lookup {
  const wordsOfTable = tableWords(tables);
  const byHook = new Map<string, AlikeKeys>();
  const people = new AlikeKeys();
  const ownKeys = new Map<Table, NamedKey>();
  for (const parentKey of keys) {
    const { table, columns, isPrimary } = parentKey;
    const [key, ...more] = columns;
    if (!key || more.length > 0 || !isKeyType(key)) continue;
    const named = namedKey(parentKey, key, wordsOfTable(table));
    for (const { hook, kind } of hooksOfKey(named)) {
      const alike = byHook.get(hook) ?? new AlikeKeys();
      byHook.set(hook, alike);
      alike.add(kind, named);
    }
    if (isPrimary) ownKeys.set(table, named);
    if (isPrimary && isPeopleTable(named.words)) people.add(kindOf(named), named);
  }
  return (column, child) => {
    const name = columnName(column.name);
    const words = wordsOfTable(child);
    const own = ownKeys.get(child);
    const alike = hooksOfColumn(name, words.words).flatMap((hook) => byHook.get(hook) ?? []);
    if (namesPerson(name.stem)) alike.push(people);
    const found = new Set(alike.flatMap((group) => group.of(child, most)));
    if (own) found.add(own);
    return { name, child: { child, words: words.words }, keys: [...found], ownName: tableStrength(name.stem, words) };
  };
}
