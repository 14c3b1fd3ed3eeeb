import { sql } from "kysely";
import { z } from "zod";
import { columnOf, equivalentForeignKey, missingColumn, parentTable, provesUnique } from "@/lib/catalog/equivalents";
import type { ReferenceAction, Table } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import { actions } from "./carried-keys";
import { defineRepair, type Facts, type Refusal, type SchemaStep } from "./define";
import type { FactQueries } from "./facts";
import { lockOf } from "./locks";
import { columnsLabel, deriveName, freeName, namesIn, takenConstraintNames } from "./object-names";
import { orphanCount, typesCompare } from "./reference-facts";
import { validateStep } from "./validate-constraint";
import { counted, nameOf } from "./wording";

const meanings: Record<ReferenceAction, string> = {
  "no action": "No action: a parent with children cannot be deleted",
  restrict: "Restrict: the same, checked at once",
  cascade: "Cascade: the children are deleted with their parent",
  "set null": "Set null: the children stay and lose their parent",
  "set default": "Set default: the children go to the default parent",
};
const choices = Object.keys(meanings) as ReferenceAction[];

/** What happens to the children when their parent is deleted; the finding's own wish unless chosen otherwise. */
const addForeignKeyInput = z.strictObject({ onDelete: z.enum(choices).optional() });
export type AddForeignKeyInput = z.infer<typeof addForeignKeyInput>;

export const addForeignKey = defineRepair<ReferenceTarget, AddForeignKeyInput>({
  code: "add-foreign-key",
  title: "Add the foreign key",
  description:
    "Adds it without reading the old rows, which stops new orphans at once. Where there are no orphans now, it is validated in a second step.",
  form: "schema",
  mends: ["missing_foreign_key"],
  input: addForeignKeyInput,
  offers: () => true,

  fields({ table, target }) {
    const possible = choices.filter((action) => !actionRefusal(table, target, action));
    return [
      {
        kind: "select",
        name: "onDelete",
        label: "When a parent is deleted",
        help: `What happens to rows of ${nameOf(table)} when the row of ${nameOf(target.parent)} that they name is deleted.`,
        options: possible.map((action) => ({ value: action, label: meanings[action] })),
        value: possible.includes(target.onDelete) ? target.onDelete : "no action",
      },
    ];
  },

  facts({ catalog, table, target }): FactQueries {
    const parent = parentTable(catalog, target.parent);
    if (!parent || missingColumn(table, target.columns) || missingColumn(parent, target.parentColumns)) return {};
    return {
      taken: takenConstraintNames(table),
      comparable: typesCompare(target),
      orphans: orphanCount(target, table, parent),
    };
  },

  refuses({ catalog, table, target, input, facts }) {
    const parent = parentTable(catalog, target.parent);
    if (!parent) return { reason: `There is no table ${nameOf(target.parent)} to point to.` };
    return (
      shapeRefusal(table, parent, target, catalog.serverVersion) ??
      keyRefusal(parent, target) ??
      typeRefusal(table, parent, target, facts) ??
      actionRefusal(table, target, input.onDelete ?? target.onDelete)
    );
  },

  plan({ table, target, input, facts }) {
    const name = freeName(target.constraint ?? deriveName(table, target.columns, "fkey"), namesIn(facts.taken));
    const onDelete = input.onDelete ?? target.onDelete;
    const orphans = Number(facts.orphans);
    const steps: SchemaStep[] = [notValidStep(target, name, onDelete)];
    if (orphans === 0) steps.push(validateStep(target, name, "Validate it: no orphan is left"));
    const later = ` It stops new orphans before the old ones are cleaned: there ${orphans === 1 ? "is" : "are"} ${counted(orphans, "orphan")} now, and validation comes after.`;
    return {
      form: "schema",
      summary: `${nameOf(table)} ${columnsLabel(target.columns)} gets the foreign key ${name} to ${nameOf(target.parent)}, on delete ${onDelete}. No row changes.${orphans > 0 ? later : ""}`,
      steps,
    };
  },
});

function notValidStep(target: ReferenceTarget, name: string, onDelete: ReferenceAction): SchemaStep {
  const { table, parent } = target;
  const ids = (columns: string[]) => sql.join(columns.map((column) => sql.id(column)));
  return {
    title: `Add the foreign key ${name}, not validated`,
    sql: sql`alter table ${sql.id(table.schema, table.name)}
  add constraint ${sql.id(name)}
  foreign key (${ids(target.columns)})
  references ${sql.id(parent.schema, parent.name)} (${ids(target.parentColumns)})
  on delete ${actions[onDelete]}
  not valid`,
    inverse: sql`alter table ${sql.id(table.schema, table.name)} drop constraint ${sql.id(name)}`,
    lock: lockOf("SHARE ROW EXCLUSIVE", table, parent),
  };
}

function shapeRefusal(table: Table, parent: Table, target: ReferenceTarget, serverVersion: number): Refusal | null {
  const missing = missingColumn(table, target.columns);
  if (missing) return { reason: `There is no column ${nameOf(table)}.${missing}.` };
  const missingParent = missingColumn(parent, target.parentColumns);
  if (missingParent) return { reason: `There is no column ${nameOf(parent)}.${missingParent}.` };
  const key = equivalentForeignKey(table, target);
  if (key) return { reason: `${nameOf(table)} has this foreign key already: ${key.name}.` };
  if (table.kind === "partitioned" && serverVersion < 180000) {
    return {
      reason: `${nameOf(table)} is partitioned: before PostgreSQL 18 its foreign key cannot be added without reading every row.`,
    };
  }
  return null;
}

function keyRefusal(parent: Table, target: ReferenceTarget): Refusal | null {
  if (provesUnique(parent, target.parentColumns)) return null;
  return {
    reason: `${nameOf(parent)} ${columnsLabel(target.parentColumns)} is not unique, and a foreign key must point to one row. Make it unique first.`,
    first: {
      repair: "add-unique",
      check: "missing_unique",
      target: { kind: "key", table: target.parent, columns: target.parentColumns },
    },
  };
}

function typeRefusal(table: Table, parent: Table, target: ReferenceTarget, facts: Facts): Refusal | null {
  if (facts.comparable === true) return null;
  const types = (of: Table, columns: string[]) =>
    columns.map((column) => `${nameOf(of)}.${column} is ${columnOf(of, column)?.type}`).join(", ");
  return {
    reason: `PostgreSQL cannot compare these types: ${types(table, target.columns)}; ${types(parent, target.parentColumns)}.`,
  };
}

function actionRefusal(table: Table, target: ReferenceTarget, onDelete: ReferenceAction): Refusal | null {
  const columns = target.columns.flatMap((name) => columnOf(table, name) ?? []);
  const fixed = columns.find((column) => !column.nullable);
  if (onDelete === "set null" && fixed) {
    return { reason: `On delete set null is not possible: ${nameOf(table)}.${fixed.name} does not allow NULL.` };
  }
  const bare = columns.find((column) => !column.nullable && column.default === null);
  if (onDelete === "set default" && bare) {
    return {
      reason: `On delete set default is not possible: ${nameOf(table)}.${bare.name} has no default and does not allow NULL.`,
    };
  }
  return null;
}
