import type { Column, Table } from "../types";
import { columnWords, splitKey } from "./column-words";
import type { TableWords } from "./keys";
import {
  anyKeyWords,
  foreignWords,
  genericKeys,
  otherPeopleTables,
  ownPersonRoles,
  ownTableKeyRoles,
  ownTableRoles,
  ownTableRoleWords,
  peopleRoles,
  peopleTables,
} from "./vocabulary";
import { sameWord, sameWords, wordsOf } from "./words";

/** What of the parent a column is named after. */
export type NamedAfter = "table and key" | "key" | "table" | "own table" | "person";

export interface NameEvidence {
  after: NamedAfter;
  /** How much the name alone says, 0 to 1. */
  strength: number;
}

export interface NamedKey {
  table: Table;
  words: TableWords;
  key: Column;
  keyWords: string[];
  isPrimary: boolean;
}

/** What the name of a column says of its being a reference to that key; null where it says nothing. */
export function nameEvidence(column: string, child: Table, parent: NamedKey): NameEvidence | null {
  const words = columnWords(column);
  const found = [
    afterTableAndKey(words, child, parent),
    afterKey(words, parent),
    afterTable(words, parent),
    afterRole(words, child, parent),
  ].filter((evidence) => evidence !== null);
  const best = found.toSorted((left, right) => right.strength - left.strength)[0] ?? null;
  return best && parent.table === child && !namesRelation(words) ? null : best;
}

// orders (order_id) is a number of the order itself, orders (original_order_id) may name another one.
function namesRelation(words: string[]): boolean {
  const { stem } = splitKey(words);
  return (
    isOneOf([...ownTableRoles, ...ownTableKeyRoles, ...ownPersonRoles], stem.join("")) ||
    stem.some((word) => ownTableRoleWords.includes(word))
  );
}

/** The key of something in another system, which its numbers may resemble by chance. */
export function namesOutside(column: string): boolean {
  return wordsOf(column).some((word) => foreignWords.includes(word));
}

// customer_id → customers (id), billing_customer_id → customers (id), purchase_id → lead_purchases (id)
function afterTableAndKey(
  words: string[],
  child: Table,
  { words: table, keyWords: keyParts, isPrimary }: NamedKey,
): NameEvidence | null {
  const { stem, suffix } = splitKey(words);
  if (stem.length === 0 || suffix === null) return null;
  const named = Math.max(tableStrength(stem, table), isOfOneThing(stem, child, table) ? 0.9 : 0);
  if (named === 0) return null;
  const last = keyParts.at(-1) ?? "";
  const isKey = last === suffix || (keyParts.length === 1 && keyParts[0]?.endsWith(suffix) === true);
  const isAnyKey = isPrimary && anyKeyWords.includes(suffix);
  if (!isKey && !isAnyKey) return null;
  const isPlainKey = keyParts.length === 1 || tableStrength(keyParts.slice(0, -1), table) >= 0.95 || isPrimary;
  return { after: "table and key", strength: isPlainKey ? named : named * 0.7 };
}

// album_id → album (album_id), sku → products (sku)
function afterKey(words: string[], { words: table, keyWords: keyParts, isPrimary }: NamedKey): NameEvidence | null {
  if (keyParts.every((word) => genericKeys.includes(word)) || !endsWith(words, keyParts)) return null;
  const isWhole = words.length === keyParts.length;
  const { stem } = splitKey(keyParts);
  if (tableStrength(stem, table) > 0.9) return { after: "key", strength: isWhole ? 1 : 0.88 };
  if (isPrimary) return { after: "key", strength: isWhole ? 0.8 : 0.6 };
  return { after: "key", strength: isWhole ? 0.75 : 0.5 };
}

// country → countries (code); "orders" beside a table of orders is rather their number
function afterTable(words: string[], { words: table, isPrimary }: NamedKey): NameEvidence | null {
  const lastOfTable = table.words.at(-1) ?? "";
  const isPlural = words.at(-1) === lastOfTable && lastOfTable.endsWith("s");
  if (isPlural || !isPrimary || splitKey(words).suffix !== null) return null;
  const named = tableStrength(words, table);
  return named >= 0.85 ? { after: "table", strength: named * 0.7 } : null;
}

// parent_id → its own table, created_by → users (id)
function afterRole(words: string[], child: Table, { table, words: parent, isPrimary }: NamedKey): NameEvidence | null {
  if (!isPrimary) return null;
  const { stem, suffix } = splitKey(words);
  const isPeople = isPeopleTable(parent);
  if (table === child) {
    if (isOneOf(ownPersonRoles, stem.join("")) && hasPeople(parent)) return { after: "own table", strength: 0.85 };
    if (!isOneOf(suffix === null ? ownTableRoles : [...ownTableRoles, ...ownTableKeyRoles], stem.join(""))) return null;
    return isPeople || !namesPerson(stem) ? { after: "own table", strength: 0.85 } : null;
  }
  return isPeople && namesPerson(stem) ? { after: "person", strength: 0.6 } : null;
}

// reports_to, ReportsTo and reportsto.
function isOneOf(roles: string[], joined: string): boolean {
  return roles.some((role) => role.replaceAll(" ", "") === joined);
}

/** The words say what somebody did or is to the row. */
export function namesPerson(stem: string[]): boolean {
  return isOneOf(peopleRoles, stem.join(""));
}

/** Each of its rows is a person who does things. */
export function isPeopleTable({ words }: TableWords): boolean {
  return peopleTables.some((noun) => sameWord(noun, words.at(-1) ?? ""));
}

/** Each of its rows is a person, of whatever kind. */
function hasPeople(table: TableWords): boolean {
  return isPeopleTable(table) || otherPeopleTables.some((noun) => sameWord(noun, table.words.at(-1) ?? ""));
}

/** How surely these words name the table: 1 by its whole name, less with a role before it or with only part of it. */
export function tableStrength(stem: string[], { words, withoutPrefix }: TableWords): number {
  if (isSameName(stem, words)) return 1;
  if (withoutPrefix && isSameName(stem, withoutPrefix)) return 0.95;
  if (endsWith(stem, words)) return 0.9;
  if (withoutPrefix && endsWith(stem, withoutPrefix)) return 0.85;
  return words.length > stem.length && endsWith(words, stem) ? 0.7 : 0;
}

// sale_order_line (order_id) → sale_order: what the two tables begin with need not be said again.
function isOfOneThing(stem: string[], child: Table, { words }: TableWords): boolean {
  const before = words.slice(0, -stem.length);
  return before.length > 0 && endsWith(words, stem) && sameWords(wordsOf(child.name).slice(0, before.length), before);
}

function isSameName(left: string[], right: string[]): boolean {
  return sameWords(left, right) || sameWord(left.join(""), right.join(""));
}

function endsWith(words: string[], end: string[]): boolean {
  return end.length > 0 && words.length >= end.length && sameWords(words.slice(-end.length), end);
}
