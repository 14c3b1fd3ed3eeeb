import type { TableName } from "@/lib/catalog/types";

/** How a sentence names a table: the schema only where it is not the usual one. */
export function tableLabel({ schema, name }: TableName): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

/** "user_id" or "(order_id, line)". */
export function columnsLabel(columns: string[]): string {
  return columns.length === 1 ? `${columns[0]}` : `(${columns.join(", ")})`;
}

/** "profiles (id)" */
export function keyLabel(table: TableName, columns: string[]): string {
  return `${tableLabel(table)} (${columns.join(", ")})`;
}

/** "1 row of orders names", "1,204 rows of orders name": the subject of a sentence, with its verb in the right number. */
export function rowsThat(count: number, table: TableName, one: string, many: string): string {
  const rows = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
  return `${rows} of ${tableLabel(table)} ${count === 1 ? one : many}`;
}

// By its sound: a user, a unit, a euro and a one-time code, but an hour.
const soundsOpen = /^(?:[aio](?!ne\b|ne_|nce)|e(?![uw])|u(?!ni|s|u|r[il]|t[cm]|i|l)|hour|honou?r|heir)/i;

/** "an order_id", "a user_id": one of what the label names. */
export function one(label: string): string {
  return `${soundsOpen.test(label.replace(/^[^\p{L}]+/u, "")) ? "an" : "a"} ${label}`;
}
