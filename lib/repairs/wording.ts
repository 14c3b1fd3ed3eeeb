import type { TableName } from "@/lib/catalog/types";

const number = new Intl.NumberFormat("en");

/** "1 row", "1,234 rows". */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${number.format(n)} ${n === 1 ? singular : plural}`;
}

/** "public.orders": for sentences, never for SQL. */
export function nameOf(table: TableName): string {
  return `${table.schema}.${table.name}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
