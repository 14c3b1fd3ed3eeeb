import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, ForeignKey, Table } from "@/lib/catalog/types";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { columnsLabel, tableLabel } from "./wording";

/** A foreign key that another one of the table makes superfluous. */
export const duplicateForeignKey = defineCheck({
  code: "duplicate_foreign_key",
  kind: "constraint",
  form: "catalog",
  severity: "warning",
  title: "Duplicate foreign key",
  targets: (catalog: Catalog) =>
    catalog.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const by = coverOf(key, table);
        if (!by) return [];
        return [
          {
            kind: "constraint" as const,
            table: { schema: table.schema, name: table.name },
            constraint: key.name,
            columns: key.columns,
            covered: { by: by.name, columns: by.columns, difference: differenceOf(key, by) },
          },
        ];
      }),
    ),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    const key = table?.foreignKeys.find(({ name }) => name === target.constraint);
    return { status: table && key && coverOf(key, table) ? "failing" : "passing" };
  },
  explain: ({ table, constraint, columns, covered }, count) => {
    if (count === 0 || !covered) return `No other foreign key of ${tableLabel(table)} says what ${constraint} says.`;
    const same = covered.columns.length === columns.length;
    return `The foreign key ${constraint} of ${tableLabel(table)} says ${
      same ? `the same as ${covered.by}` : `only what ${covered.by} on ${columnsLabel(covered.columns)} says with it`
    }${covered.difference ? `, but ${covered.difference}` : ""}. One of the two can go.`;
  },
  why: "Every insert, update and delete checks both, and whoever changes one of them wonders why nothing changes. Where the two disagree on what a delete does, what happens depends on which comes first. The second one is usually made by a migration that ran under another name.",
});

/** The foreign key that is better kept than this one. */
function coverOf(key: ForeignKey, table: Table): ForeignKey | undefined {
  return table.foreignKeys.find((other) => other !== key && covers(other, key, table));
}

function covers(other: ForeignKey, key: ForeignKey, table: Table): boolean {
  const sameParent = other.parent.schema === key.parent.schema && other.parent.name === key.parent.name;
  if (!sameParent || other.temporal || key.temporal) return false;
  const [pairs, wider] = [pairsOf(key), pairsOf(other)];
  if (!pairs.every((pair) => wider.includes(pair))) return false;
  if (wider.length === pairs.length) return isBetter(other, key);
  // A row with NULL in one of the further columns is checked by the narrower key alone.
  const alwaysChecks = other.columns.every((name) => key.columns.includes(name) || !columnOf(table, name)?.nullable);
  return alwaysChecks && trust(other) >= trust(key);
}

function isBetter(one: ForeignKey, other: ForeignKey): boolean {
  return trust(one) === trust(other) ? one.name < other.name : trust(one) > trust(other);
}

function trust({ validated, triggersEnabled, unenforced }: ForeignKey): number {
  return (unenforced ? 0 : 1) + (triggersEnabled ? 1 : 0) + (validated ? 1 : 0);
}

function differenceOf(key: ForeignKey, by: ForeignKey): string | null {
  const deletes = key.onDelete !== by.onDelete && `on delete ${key.onDelete} against ${by.onDelete}`;
  const updates = key.onUpdate !== by.onUpdate && `on update ${key.onUpdate} against ${by.onUpdate}`;
  const differences = [deletes, updates].filter((text) => text !== false);
  return differences.length > 0 ? `they do different things: ${differences.join(", ")}` : null;
}

function pairsOf({ columns, parentColumns }: ForeignKey): string[] {
  return columns.map((column, at) => JSON.stringify([column, parentColumns[at]]));
}
