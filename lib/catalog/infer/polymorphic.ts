import type { Table, TableName } from "../types";
import { sameWord, wordsOf } from "./words";

/** A column that names rows of one table or another, as a second column says: `subject_type`, `subject_id`. */
export interface PolymorphicPair {
  table: TableName;
  idColumn: string;
  typeColumn: string;
  /** What it would name if it were an ordinary reference: "flat" of flat_id. */
  stem: string;
}

const typeWords = ["type", "class", "kind", "model", "table", "entity"];
const idWords = ["id", "uuid", "guid", "key", "pk"];

/** The pairs of a table, by their names. Which row they name depends on the row, so nobody may guess a parent for them. */
export function polymorphicPairs(table: Table): PolymorphicPair[] {
  const columns = table.columns.map(({ name }) => ({ name, words: wordsOf(name) }));
  return columns.flatMap(({ name, words }) => {
    const stem = stemOf(words, idWords);
    if (stem === null || isKnown(table, name, stem)) return [];
    const type = columns.find((other) => other.name !== name && isTypeOf(stem, other.words));
    return type ? [{ table: nameOf(table), idColumn: name, typeColumn: type.name, stem }] : [];
  });
}

// products (product_id, product_type): the key of the row itself, and what a foreign key says already.
function isKnown({ name, primaryKey, foreignKeys }: Table, column: string, stem: string): boolean {
  const isOwn = primaryKey?.columns.length === 1 && primaryKey.columns[0] === column;
  return isOwn || foreignKeys.some((key) => key.columns.includes(column)) || sameWord(wordsOf(name).join(""), stem);
}

function isTypeOf(stem: string, words: string[]): boolean {
  if (stemOf(words, typeWords) === stem) return true;
  // As Django names them.
  return stem === "object" && words.join(" ") === "content type id";
}

/** "subject" of subject_id, of subjectid too; null where nothing stands before the last word. */
function stemOf(words: string[], endings: string[]): string | null {
  const joined = words.join("");
  const ending = endings.find((word) => joined.endsWith(word) && joined.length > word.length + 2);
  return ending === undefined ? null : joined.slice(0, -ending.length);
}

function nameOf({ schema, name }: TableName): TableName {
  return { schema, name };
}
