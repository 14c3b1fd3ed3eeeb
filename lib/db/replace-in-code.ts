/** What in a statement is text and not code: literals, names, dollar quotes, and comments, which may hold a quote too. */
const texts = [
  String.raw`\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'`,
  `'(?:[^']|'')*'`,
  `"(?:[^"]|"")*"`,
  String.raw`--[^\n]*`,
  String.raw`/\*[\s\S]*?\*/`,
  String.raw`(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1`,
].join("|");

/** Replaces what a pattern finds in the code of a statement, and nothing in its texts. */
export function replaceInCode(sql: string, pattern: RegExp, replacement: (found: string) => string): string {
  const tokens = new RegExp(`${texts}|(${pattern.source})`, "g");
  return sql.replace(tokens, (token, _tag: string | undefined, found: string | undefined) =>
    found === undefined ? token : replacement(found),
  );
}
