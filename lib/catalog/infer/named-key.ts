import type { Column, Table } from "../types";
import { columnWords, splitKey } from "./column-words";
import type { ParentKey, TableWords } from "./keys";
import { tableStrength } from "./table-strength";
import { anyKeyWords, genericKeys, keyWords } from "./vocabulary";

/** A key of one column with all that its name says, told once and not for every column that is held against it. */
export interface NamedKey {
  table: Table;
  words: TableWords;
  key: Column;
  keyWords: string[];
  isPrimary: boolean;
  /** Called id or code, which does not say whose it is. */
  isGeneric: boolean;
  /** How a column that names the table may end to mean this key. */
  suffixes: string[];
  /** customers (customer_id) rather than customers (billing_code). */
  isPlain: boolean;
  /** The name of the key is the name of its table. */
  namesTable: boolean;
}

export function namedKey({ table, isPrimary }: ParentKey, key: Column, words: TableWords): NamedKey {
  const parts = columnWords(key.name);
  const last = parts.at(-1) ?? "";
  const isMeantBy = (suffix: string) =>
    last === suffix || (parts.length === 1 && last.endsWith(suffix)) || (isPrimary && anyKeyWords.includes(suffix));
  return {
    table,
    words,
    key,
    keyWords: parts,
    isPrimary,
    isGeneric: parts.every((word) => genericKeys.includes(word)),
    suffixes: keyWords.filter(isMeantBy),
    isPlain: parts.length === 1 || isPrimary || tableStrength(parts.slice(0, -1), words) >= 0.95,
    namesTable: tableStrength(splitKey(parts).stem, words) > 0.9,
  };
}
