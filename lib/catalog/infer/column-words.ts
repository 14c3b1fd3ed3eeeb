import { keyWords } from "./vocabulary";
import { wordsOf } from "./words";

/** The words of a column: `id_customer` and `fk_customer_id` say what `customer_id` says. */
export function columnWords(column: string): string[] {
  const words = wordsOf(column);
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0 || !["id", "fk", "ref"].includes(first)) return words;
  return keyWords.includes(rest.at(-1) ?? "") ? rest : [...rest, "id"];
}

/** A column's name, taken apart. */
export interface ColumnName extends KeyName {
  words: string[];
}

export function columnName(column: string): ColumnName {
  const words = columnWords(column);
  return { words, ...splitKey(words) };
}

export interface KeyName {
  /** What the key is of. */
  stem: string[];
  /** "id", "code" …; null where the name does not say that it is a key. */
  suffix: string | null;
}

/** Takes the word for a key off the end. */
export function splitKey(words: string[]): KeyName {
  const last = words.at(-1) ?? "";
  if (words.length > 1 && keyWords.includes(last)) return { stem: words.slice(0, -1), suffix: last };
  if (words.length > 1) return { stem: words, suffix: null };
  // customerid: written without anything between.
  const suffix = keyWords.find((word) => last.length > word.length + 2 && last.endsWith(word));
  return suffix ? { stem: [last.slice(0, -suffix.length)], suffix } : { stem: words, suffix: null };
}
