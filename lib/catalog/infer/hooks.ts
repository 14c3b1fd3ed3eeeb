import type { ColumnName } from "./column-words";
import { typeOf } from "./key-type";
import { isUserTable } from "./name-evidence";
import type { NamedKey } from "./named-key";
import { singulars } from "./words";

/** Words under which a key is found, and what of it the name of a column that says those words is judged by. */
export interface Hook {
  hook: string;
  kind: string;
}

/** A reference to order_lines ends in "order line", or says "line" and nothing more. */
export function hooksOfKey(named: NamedKey): Hook[] {
  const { keyWords, isGeneric, namesTable, suffixes, isPlain } = named;
  const { words, withoutPrefix } = named.words;
  const hooked = (hooks: string[], ...told: unknown[]) =>
    hooks.map((hook) => ({ hook, kind: `${kindOf(named)} ${JSON.stringify([...told, suffixes, isPlain])}` }));
  return [
    ...hooked(spelled("whole", words), "whole", words),
    ...(withoutPrefix ? hooked(spelled("whole", withoutPrefix), "without prefix", withoutPrefix) : []),
    ...words.slice(1).flatMap((_, at) => {
      const [before, part] = [words.slice(0, at + 1), words.slice(at + 1)];
      return [...hooked(spelled("part", part), "part", part), ...hooked(beside(part, before), "beside", part, before)];
    }),
    // A key called id is named by its table only.
    ...(isGeneric ? [] : hooked([`key ${keyWords.join("")}`], "key", keyWords, namesTable)),
  ];
}

/** What is asked of every key, whatever a column is named after. */
export function kindOf({ key, isPrimary, words }: NamedKey): string {
  return JSON.stringify([typeOf(key), isPrimary, isUserTable(words)]);
}

export function hooksOfColumn({ words, stem }: ColumnName, child: string[]): string[] {
  return [
    ...stem.flatMap((_, at) => spelled("whole", stem.slice(at))),
    ...spelled("part", stem),
    ...child.flatMap((_, at) => beside(stem, child.slice(0, at + 1))),
    ...words.map((_, at) => `key ${words.slice(at).join("")}`),
  ];
}

/** The words as one, the last of them in every number that it may stand for. */
function spelled(how: string, words: string[]): string[] {
  const before = words.slice(0, -1).join("");
  return singulars(words.at(-1) ?? "").map((word) => `${how} ${before}${word}`);
}

// sale_order is found by "order" in sale_order_line: both begin with the same words.
function beside(part: string[], before: string[]): string[] {
  const [first, last] = [singulars(before[0] ?? ""), singulars(before.at(-1) ?? "")];
  return first.flatMap((one) =>
    last.flatMap((other) => spelled(`beside ${JSON.stringify([before.length, one, other])}`, part)),
  );
}
