/** Text as SQL comments. What a person typed may have lines of its own, and none of them may become SQL. */
export function comment(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split(/[\r\n\u0085\u2028\u2029]+/))
    .map((line) => `-- ${line}`.trimEnd())
    .join("\n");
}
