import type { Column } from "@/lib/catalog/types";
import { isText } from "./column-targets";
import { spoken } from "./spoken";
import type { Misspelling } from "./target";

const fewWords =
  /\b(status|statu|state|condition|kind|type|reason|category|method|outcome|severity|level|channel|quality|priority|role|mode|stage|phase)$/;

const mostShare = 0.1;
const leastTimes = 5;

/** The column holds one of a few words, by its name. */
export function holdsFewWords(column: Column): boolean {
  return isText(column) && fewWords.test(spoken(column.name));
}

/** Rare values of a column with a few words in it that are a frequent one with a slip, as ANALYZE saw them. */
export function oddSpellings(column: Column): Misspelling[] {
  const { common = [] } = column;
  if (!holdsFewWords(column)) return [];
  return common.flatMap(({ value, share }) => {
    if (share > mostShare) return [];
    const meant = common.find((other) => other.share >= share * leastTimes && isSlip(value, other.value));
    return meant ? [{ value, meant: meant.value }] : [];
  });
}

/** Another case, blanks around it, two letters that changed places, or one letter of a long word. */
function isSlip(odd: string, usual: string): boolean {
  const [left, right] = [odd.trim().toLowerCase(), usual.trim().toLowerCase()];
  if (left === right) return true;
  if (/\d/.test(left + right) || Math.min(left.length, right.length) < 4) return false;
  let [start, end] = [0, 0];
  while (left[start] !== undefined && left[start] === right[start]) start += 1;
  const rest = Math.min(left.length, right.length) - start;
  while (end < rest && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [mine, theirs] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (mine.length === 2 && theirs === `${mine[1]}${mine[0]}`) return true;
  // Words differ rightly by how they begin and end: locked, unlocked, locks.
  return start > 0 && end > 0 && Math.min(left.length, right.length) >= 6 && mine.length <= 1 && theirs.length <= 1;
}
