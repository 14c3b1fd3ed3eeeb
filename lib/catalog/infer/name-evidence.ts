import type { Table } from "../types";
import type { ColumnName } from "./column-words";
import type { TableWords } from "./keys";
import type { NamedKey } from "./named-key";
import { endsWith, tableStrength } from "./table-strength";
import {
  foreignWords,
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

/** The table that has the column. */
export interface ChildName {
  child: Table;
  words: string[];
}

export interface NameEvidence {
  after: NamedAfter;
  /** How much the name alone says, 0 to 1. */
  strength: number;
}

/** What the name of a column says of its being a reference to that key; null where it says nothing. */
export function nameEvidence(column: ColumnName, { child, words }: ChildName, parent: NamedKey): NameEvidence | null {
  const isOwn = parent.table === child;
  const found = [
    afterTableAndKey(column, words, parent),
    afterKey(column, parent),
    afterTable(column, parent),
    isOwn ? afterOwnRole(column, parent) : afterPerson(column, parent),
  ].filter((evidence) => evidence !== null);
  const best = found.toSorted((left, right) => right.strength - left.strength)[0] ?? null;
  return best && isOwn && !namesRelation(column) ? null : best;
}

// orders (order_id) is a number of the order itself, orders (original_order_id) may name another one.
function namesRelation({ stem }: ColumnName): boolean {
  return (
    isOneOf([...ownTableRoles, ...ownTableKeyRoles, ...ownPersonRoles], stem) ||
    stem.some((word) => ownTableRoleWords.includes(word))
  );
}

/** The key of something in another system, which its numbers may resemble by chance. */
export function namesOutside(column: string): boolean {
  return wordsOf(column).some((word) => foreignWords.includes(word));
}

// customer_id → customers (id), billing_customer_id → customers (id), purchase_id → lead_purchases (id)
function afterTableAndKey(
  { stem, suffix }: ColumnName,
  child: string[],
  { words: table, suffixes, isPlain }: NamedKey,
): NameEvidence | null {
  if (stem.length === 0 || suffix === null || !suffixes.includes(suffix)) return null;
  const named = Math.max(tableStrength(stem, table), isOfOneThing(stem, child, table) ? 0.9 : 0);
  if (named === 0) return null;
  return { after: "table and key", strength: isPlain ? named : named * 0.7 };
}

// album_id → album (album_id), sku → products (sku)
function afterKey({ words }: ColumnName, parent: NamedKey): NameEvidence | null {
  const { keyWords: keyParts, isGeneric, namesTable, isPrimary } = parent;
  if (isGeneric || !endsWith(words, keyParts)) return null;
  const isWhole = words.length === keyParts.length;
  if (namesTable) return { after: "key", strength: isWhole ? 1 : 0.88 };
  if (isPrimary) return { after: "key", strength: isWhole ? 0.8 : 0.6 };
  return { after: "key", strength: isWhole ? 0.75 : 0.5 };
}

// country → countries (code); "orders" beside a table of orders is rather their number
function afterTable({ words, suffix }: ColumnName, { words: table, isPrimary }: NamedKey): NameEvidence | null {
  const lastOfTable = table.words.at(-1) ?? "";
  const isPlural = words.at(-1) === lastOfTable && lastOfTable.endsWith("s");
  if (isPlural || !isPrimary || suffix !== null) return null;
  const named = tableStrength(words, table);
  return named >= 0.85 ? { after: "table", strength: named * 0.7 } : null;
}

// parent_id → its own table
function afterOwnRole({ stem, suffix }: ColumnName, { words: own, isPrimary }: NamedKey): NameEvidence | null {
  if (!isPrimary) return null;
  if (isOneOf(ownPersonRoles, stem) && hasPeople(own)) return { after: "own table", strength: 0.85 };
  if (!isOneOf(suffix === null ? ownTableRoles : [...ownTableRoles, ...ownTableKeyRoles], stem)) return null;
  return isPeopleTable(own) || !namesPerson(stem) ? { after: "own table", strength: 0.85 } : null;
}

// created_by → users (id)
function afterPerson({ stem }: ColumnName, { words, isPrimary }: NamedKey): NameEvidence | null {
  return isPrimary && isPeopleTable(words) && namesPerson(stem) ? { after: "person", strength: 0.6 } : null;
}

// reports_to, ReportsTo and reportsto.
function isOneOf(roles: string[], stem: string[]): boolean {
  const joined = stem.join("");
  return roles.some((role) => role.replaceAll(" ", "") === joined);
}

/** The words say what somebody did or is to the row. */
export function namesPerson(stem: string[]): boolean {
  return isOneOf(peopleRoles, stem);
}

/** Each of its rows is a person who does things. */
export function isPeopleTable({ words }: TableWords): boolean {
  return peopleTables.some((noun) => sameWord(noun, words.at(-1) ?? ""));
}

/** Where the business keeps users of its own. */
export function isUserTable({ words }: TableWords): boolean {
  return ["user", "profile"].some((noun) => sameWord(noun, words.at(-1) ?? ""));
}

/** Each of its rows is a person, of whatever kind. */
function hasPeople(table: TableWords): boolean {
  return isPeopleTable(table) || otherPeopleTables.some((noun) => sameWord(noun, table.words.at(-1) ?? ""));
}

// sale_order_line (order_id) → sale_order: what the two tables begin with need not be said again.
function isOfOneThing(stem: string[], child: string[], { words }: TableWords): boolean {
  const before = words.slice(0, -stem.length);
  return before.length > 0 && endsWith(words, stem) && sameWords(child.slice(0, before.length), before);
}
