/** A bound parameter as a person reads it: text in quotes, lists and objects as JSON. */
export function parameterText(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}
