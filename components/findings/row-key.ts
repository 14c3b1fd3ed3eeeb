/** A row's key for people: the value alone where one column identifies it, otherwise with the columns' names. */
export function formatKey(key: Record<string, string>): string {
  const parts = Object.entries(key);
  if (parts.length === 1) return parts[0]?.[1] ?? "";
  return parts.map(([column, value]) => `${column} ${value}`).join(", ");
}

/** A stable React key for a row of text values. */
export function rowId(row: Record<string, string | null>, keyColumns: string[], position: number): string {
  return keyColumns.length > 0 ? JSON.stringify(keyColumns.map((column) => row[column])) : String(position);
}
