import type { TableWords } from "./keys";
import { sameWord, sameWords } from "./words";

/** How surely these words name the table: 1 by its whole name, less with a role before it or with only part of it. */
export function tableStrength(stem: string[], { words, withoutPrefix }: TableWords): number {
  if (isSameName(stem, words)) return 1;
  if (withoutPrefix && isSameName(stem, withoutPrefix)) return 0.95;
  if (endsWith(stem, words)) return 0.9;
  if (withoutPrefix && endsWith(stem, withoutPrefix)) return 0.85;
  return words.length > stem.length && endsWith(words, stem) ? 0.7 : 0;
}

function isSameName(left: string[], right: string[]): boolean {
  return sameWords(left, right) || sameWord(left.join(""), right.join(""));
}

/** The last of the words are these, each in whatever number. */
export function endsWith(words: string[], end: string[]): boolean {
  return end.length > 0 && words.length >= end.length && sameWords(words.slice(-end.length), end);
}
