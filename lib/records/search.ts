/** Collating elements: characters that PostgREST cannot carry in a quoted value, or that a bracket cannot hold, by name. */
const named: Record<string, string> = {
  '"': "[[.quotation-mark.]]",
  "\\": "[[.backslash.]]",
  "^": "[[.circumflex.]]",
};

/**
 * A regular expression that matches exactly this text. `imatch` rather than `ilike`: in PostgREST an asterisk inside a
 * LIKE pattern cannot be escaped, and a backslash is read differently by each implementation.
 */
export function literalPattern(text: string): string {
  return text.replace(/["\\^$.|?*+()[\]{}]/g, (character) => named[character] ?? `[${character}]`);
}

/** The `or` filter that looks for a text in any of the columns. */
export function searchCondition(columns: readonly string[], text: string): string {
  const pattern = literalPattern(text);
  return columns.map((column) => `${column}.imatch."${pattern}"`).join(",");
}

/**
 * The same for LIKE, for a path into JSON: @supabase/lite reads `imatch` of a path as "equals". The asterisk, which
 * PostgREST takes for "anything", becomes "any one character".
 */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&").replaceAll("*", "_");
}
