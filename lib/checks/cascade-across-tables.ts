import type { TableName } from "@/lib/catalog/types";
import { cascadesOf } from "./cascades";
import { defineCheck } from "./define";
import { absence } from "./presence";
import type { ReferenceTarget } from "./target";
import { keyLabel, tableLabel } from "./wording";

const waysNamed = 3;

/** A chain of foreign keys by which deleting one row deletes rows of tables that do not even name it. */
export const cascadeAcrossTables = defineCheck({
  code: "cascade_across_tables",
  kind: "reference",
  form: "catalog",
  severity: "info",
  title: "Cascade across tables",
  targets: (catalog) =>
    cascadesOf(catalog).map(({ child, key, ways }) => ({
      kind: "reference" as const,
      table: { schema: child.schema, name: child.name },
      columns: key.columns,
      parent: key.parent,
      parentColumns: key.parentColumns,
      onDelete: key.onDelete,
      constraint: key.name,
      ...(ways.length > 0 && { seen: { cascades: ways } }),
    })),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]);
    if (absent) return { status: "not_checked", reason: absent };
    const cascade = cascadesOf(catalog).find(({ child, key }) => isTarget(target, child, key.name));
    return { status: cascade && cascade.ways.length > 0 ? "failing" : "passing" };
  },
  explain: (target, count) => {
    const first = `Deleting a row of ${tableLabel(target.parent)} deletes its rows of ${keyLabel(target.table, target.columns)}`;
    if (count === 0) return `${first} and, beyond their parts, nothing else.`;
    const ways = target.seen?.cascades ?? [];
    if (ways.every((way) => way.length === 1)) return `${first}, which are records of their own rather than its parts.`;
    const named = ways.slice(0, waysNamed).map((way) => [target.parent, ...way].map(tableLabel).join(" → "));
    const more = ways.length - named.length;
    return `${first} and, through them, rows of ${listed(ways.flatMap((way) => way.slice(1)))}: ${named.join("; ")}${
      more > 0 ? ` and ${more} more` : ""
    }.`;
  },
  why: "Each cascade looks harmless by itself. Together they let one DELETE remove records that people would never call a part of the deleted row, without asking, without counting and without a way back, and they hold locks on every table on the way.",
});

function isTarget({ table, constraint }: ReferenceTarget, child: TableName, name: string): boolean {
  return child.schema === table.schema && child.name === table.name && name === constraint;
}

function listed(tables: TableName[]): string {
  return [...new Set(tables.map(tableLabel))].join(", ");
}
