import { wordsOf } from "@/lib/catalog/infer/words";
import type { Table } from "@/lib/catalog/types";
import { baseType } from "./column-targets";

const quantities = /\b(quantity|qty)$/;
const amounts = /\b(amount|total|subtotal|net|gross|sum)( (cents|minor|net|gross|value))?$/;
const numbers = ["smallint", "integer", "bigint", "numeric", "real", "double precision", "money"];

/** Columns that are below zero with the quantity where a line takes back what another sold. What is computed from it says nothing. */
export function amountsBeside({ columns }: Table, quantity: string): string[] {
  if (!quantities.test(spoken(quantity))) return [];
  return columns
    .filter((column) => !column.generated && amounts.test(spoken(column.name)) && numbers.includes(baseType(column)))
    .map(({ name }) => name);
}

function spoken(name: string): string {
  return wordsOf(name).join(" ");
}
