import type { Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { columnsLabel, tableLabel } from "./wording";

/** Tables whose rows nothing tells apart. */
export const noPrimaryKey = defineCheck({
  code: "no_primary_key",
  kind: "table",
  form: "catalog",
  severity: "warning",
  title: "No primary key",
  targets: (catalog) =>
    catalog.tables.map((table) => {
      const standIn = table.primaryKey ? undefined : standInKey(table);
      return { kind: "table" as const, table: nameOf(table), ...(standIn && { standIn }) };
    }),
  evaluate: ({ table }, catalog) => {
    const found = catalog.find(table);
    if (!found) return { status: "not_checked", reason: absence(catalog, [[table, []]]) ?? "The table is not there." };
    return { status: found.primaryKey ? "passing" : "failing" };
  },
  explain: ({ table, standIn }, count) => {
    const label = tableLabel(table);
    if (count === 0) return `${label} has a primary key.`;
    return standIn
      ? `${label} has no primary key, though ${columnsLabel(standIn)} is unique and never empty: make that the primary key.`
      : `${label} has no primary key, so two of its rows can be alike and nothing can name one of them.`;
  },
  why: "Without a key, a row cannot be pointed to, repaired or undone by itself, replication cannot follow updates, and the same row can be saved twice. Tables come to be like this when they are made from a query, an import or a script that forgot it.",
});

/** Columns that would do for a primary key: unique in every row and never NULL. */
function standInKey(table: Table): string[] | undefined {
  const required = new Set(table.columns.filter(({ nullable }) => !nullable).map(({ name }) => name));
  const unique = [
    ...table.uniqueKeys.map(({ columns }) => columns),
    ...table.indexes.filter(({ unique, valid, partial }) => unique && valid && !partial).map(({ columns }) => columns),
  ];
  return unique.find((columns): columns is string[] =>
    columns.every((column) => column !== null && required.has(column)),
  );
}
