import { plainType } from "@/lib/catalog/comparable";
import type { Catalog, Column, Table, TableName } from "@/lib/catalog/types";
import type { ColumnTarget } from "./target";

/** The columns that are chosen, of all tables, in the order of the catalogue. */
export function columnTargets(catalog: Catalog, chosen: (column: Column, table: Table) => boolean): ColumnTarget[] {
  return catalog.tables.flatMap((table) =>
    table.columns.filter((column) => chosen(column, table)).map((column) => columnTarget(table, column.name)),
  );
}

export function columnTarget(table: TableName, column: string): ColumnTarget {
  return { kind: "column", table: nameOf(table), column };
}

/** A table by its name alone, as targets hold it. */
export function nameOf({ schema, name }: TableName): TableName {
  return { schema, name };
}

/** The type without its measure; of a domain, what it is made of. */
export function baseType({ type, domainOf }: Column): string {
  return plainType(domainOf ?? type);
}

/** Text of any length; `char(n)`, which PostgreSQL pads, is none. */
export function isText(column: Column): boolean {
  return ["text", "character varying", "citext"].includes(baseType(column));
}
