/** What terminals obey or hide: control characters, line separators, and what turns the direction of a text. */
const obeyed = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * A text that names of the database stand in, as one line. Whoever may name a table could otherwise move a terminal's
 * cursor, begin a line of their own, or give the CI system a command: `::error::`, `##[error]`, `##vso[…]`.
 */
export function oneLine(text: string): string {
  return text
    .replace(obeyed, " ")
    .replace(/^(\s*):(?=:)/, "$1: ")
    .replace(/##(?=\[|vso\[)/g, "# #");
}
