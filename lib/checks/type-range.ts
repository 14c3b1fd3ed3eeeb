import type { Column } from "@/lib/catalog/types";
import { baseType } from "./column-targets";

const largest: Record<string, bigint> = {
  smallint: 32_767n,
  integer: 2_147_483_647n,
  bigint: 9_223_372_036_854_775_807n,
};

/** The largest whole number that the column can hold; null where it holds none or has no such end. */
export function largestOf(column: Column): bigint | null {
  const found = largest[baseType(column)];
  if (found !== undefined) return found;
  const [, precision, scale] = /^numeric\((\d+)(?:,(-?\d+))?\)$/.exec(column.domainOf ?? column.type) ?? [];
  if (precision === undefined) return null;
  const digits = Number(precision) - Number(scale ?? 0);
  return digits > 0 ? 10n ** BigInt(digits) - 1n : null;
}

/** Does it hold whole numbers, alone or among others. */
export function holdsNumbers(column: Column): boolean {
  return baseType(column) in largest || baseType(column) === "numeric";
}

/** "2,147,483,647" */
export function grouped(value: string): string {
  return BigInt(value).toLocaleString("en");
}
