const maxDepth = 16;

/** What stands in the way of storing this value, in a sentence; null where nothing does. */
export function inspectJson(root: unknown): string | null {
  const left: { value: unknown; path: string; depth: number }[] = [{ value: root, path: "", depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string") {
      const fault = inspectText(value);
      if (fault) return `${path || "The body"} ${fault}`;
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth === maxDepth) return `The body is nested more than ${maxDepth} levels deep.`;
    for (const [name, child] of Object.entries(value)) {
      const fault = inspectText(name);
      if (fault) return `A name in ${path || "the body"} ${fault}`;
      left.push({ value: child, path: path ? `${path}.${name}` : name, depth: depth + 1 });
    }
  }
  return null;
}

/** PostgreSQL stores neither of the two. */
function inspectText(text: string): string | null {
  if (text.includes("\0")) return "holds the character NUL, which cannot be stored. Remove it.";
  if (!text.isWellFormed()) return "holds half of a character (a lone surrogate), which cannot be stored. Remove it.";
  return null;
}
