import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { columnAt } from "./column";
import { baseType } from "./column-targets";
import { isEmail } from "./looked-up-text";
import type { ColumnTarget } from "./target";

// What a person sees as nothing: blanks, tabs, ends of lines, the blank that does not break.
const blanks = sql`e' \\t\\n\\r\\f\\x0b\\u00a0'`;

/** The value without what is around it. */
export function trimmed({ column }: ColumnTarget, alias: string): RawBuilder<unknown> {
  return sql`btrim(${columnSql(alias, column)}::text, ${blanks})`;
}

/** What two spellings of the same have in common. */
export function spelling(target: ColumnTarget, alias: string): RawBuilder<unknown> {
  return sql`lower(${trimmed(target, alias)})`;
}

/** The column holds e-mail addresses, which differ by their case. */
export function holdsAddresses(target: ColumnTarget, catalog: Catalog): boolean {
  const column = columnAt(target, catalog);
  const isCaseless = column !== undefined && baseType(column) === "citext";
  return isEmail(target.column, target.table) && !isCaseless;
}

/** The value as it is looked up: trimmed, an address in lower case, and a key in the letters of nearly all others. */
export function canonicalText(target: ColumnTarget, alias: string, catalog: Catalog): RawBuilder<unknown> {
  if (target.letters) return inLetters(target.letters, trimmed(target, alias));
  if (!holdsAddresses(target, catalog)) return trimmed(target, alias);
  const isAddress = sql`strpos(${columnSql(alias, target.column)}, '@') > 1`;
  return sql`case when ${isAddress} then ${spelling(target, alias)} else ${trimmed(target, alias)} end`;
}

/** The text in small letters, or in capitals. */
export function inLetters(letters: "small" | "capital", text: RawBuilder<unknown>): RawBuilder<unknown> {
  return letters === "small" ? sql`lower(${text})` : sql`upper(${text})`;
}

/** No value without such a letter is misspelt; one look for it costs half of trimming and of changing the case. */
export function hasOddLetter(letters: "small" | "capital", text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  // In the order of ASCII: from the exclamation mark to the tilde without the letters of the other case.
  return letters === "small"
    ? sql<SqlBool>`${text}::text collate "C" ~ '[^!-@[-~]'`
    : sql<SqlBool>`${text}::text collate "C" ~ '[^!-\`{-~]'`;
}
