import { type RawBuilder, sql } from "kysely";
import type { Column } from "@/lib/catalog/types";
import { columnSql } from "@/lib/db/sql";
import { holdsFewWords } from "./odd-spellings";

/** Of rarer values than that ANALYZE keeps no list. */
const leastListed = 0.9;

/** The usual words of a column that has others besides, which ANALYZE saw too rarely to list; null where it has none. */
export function usualWords(column: Column): string[] | null {
  const { common = [] } = column;
  const listed = common.reduce((sum, { share }) => sum + share, 0);
  if (!holdsFewWords(column) || common.length < 2 || listed < leastListed || listed > 1 - 1e-6) return null;
  return common.map(({ value }) => value);
}

/** The value is none of the words, and one of them with a slip: another case, blanks, or a letter of a long word. */
export function isRareSlip(column: string, words: string[]): RawBuilder<unknown> {
  const value = sql`${columnSql("t", column)}::text`;
  const form = sql`lower(btrim(${value}))`;
  const forms = words.map((word) => word.trim().toLowerCase());
  const slips = [...new Set(forms.flatMap(slipsOf))];
  return sql`(${value} <> all (${words}::text[]) and (${form} = any (${forms}::text[]) or ${form} like any (${slips}::text[])))`;
}

/** Patterns for LIKE: two letters changed places, or one letter inside a word of six or more is another, missing or too many. */
function slipsOf(word: string): string[] {
  const letters = [...word].map((letter) => letter.replace(/[\\%_]/, "\\$&"));
  if (/\d/.test(word) || letters.length < 4) return [];
  const changed = letters.slice(1).flatMap((letter, at) => spliced(letters, at, 2, [letter, letters[at] ?? ""]));
  if (letters.length < 6) return changed;
  const inside = letters
    .slice(1, -1)
    .flatMap((_, at) => [
      spliced(letters, at + 1, 1, ["_"]),
      ...(letters.length > 6 ? [spliced(letters, at + 1, 1, [])] : []),
      spliced(letters, at + 1, 0, ["_"]),
    ]);
  return [...changed, ...inside, spliced(letters, letters.length - 1, 0, ["_"])];
}

function spliced(letters: string[], at: number, removed: number, put: string[]): string {
  return letters.toSpliced(at, removed, ...put).join("");
}
