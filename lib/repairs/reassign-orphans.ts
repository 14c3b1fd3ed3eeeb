import { sql } from "kysely";
import { z } from "zod";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { creationRefusal } from "./created-row";
import { defineRepair } from "./define";
import type { FactQueries } from "./facts";
import { requiredKey, rowRefusal } from "./key-columns";
import { allEqual, fromImage, fromText, textObject } from "./row-values";
import { counted, listed, nameOf } from "./wording";

/** A parent by the columns that the reference names, or the system's own; nothing yet while the form is shown. */
const reassignInput = z.strictObject({
  parent: z.union([z.literal("system"), z.record(z.string(), z.string().trim().min(1))]).optional(),
});
export type ReassignInput = z.infer<typeof reassignInput>;

export const reassignOrphans = defineRepair<ReferenceTarget, ReassignInput>({
  code: "reassign-orphans",
  title: "Give them to another parent",
  description:
    "Keeps the rows and lets them name a parent that you pick, or a system one that stands for those that are gone.",
  form: "rows",
  mends: ["orphan_rows"],
  input: reassignInput,
  offers: () => true,

  fields: ({ target }) => [
    {
      kind: "parent",
      name: "parent",
      label: `Row of ${nameOf(target.parent)}`,
      help: "Every orphan of this finding will name it.",
      parent: target.parent,
      keyColumns: target.parentColumns,
      systemLabel: target.systemParent?.label ?? null,
    },
  ],

  facts({ catalog, target, input }): FactQueries {
    const parent = catalog.find(target.parent);
    const values = chosenValues(target, input);
    if (!parent || !values) return {};
    const same = allEqual(
      target.parentColumns.map((name) => [columnSql("p", name), fromText(parent, name, sql`${values[name]}`)]),
    );
    return { parents: sql`select count(*) as value from ${tableSql(parent)} as p where ${same}` };
  },

  factsAsFound: { parents: 0 },

  refuses({ catalog, table, target, input, facts }) {
    const parent = catalog.find(target.parent);
    if (!parent) return { reason: `There is no table ${nameOf(target.parent)} to give them to.` };
    const reason =
      tableRefusal(table, target) ??
      (input.parent === undefined ? null : parentRefusal(parent, target, input, facts.parents));
    return reason === null ? null : { reason };
  },

  plan({ catalog, table, target, input, facts }) {
    const parent = catalog.find(target.parent);
    const values = chosenValues(target, input);
    if (!parent || !values) throw new AppError("invalid", "Pick the row that takes them first.");
    const to = textObject(Object.fromEntries(target.parentColumns.map((name) => [name, sql`${values[name]}`])));
    const creates = input.parent === "system" && Number(facts.parents) === 0;
    const created = textObject(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sql`${value}`])),
    );
    const set = target.columns.map((name, at) => [
      name,
      fromImage(table, name, sql`i.choice -> 'to'`, target.parentColumns[at]),
    ]);
    const label = target.parentColumns.map((name) => `${name} ${values[name]}`).join(", ");
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [],
      skip: null,
      choice: creates
        ? sql`jsonb_build_object('to', ${to}, 'create', ${created})`
        : sql`jsonb_build_object('to', ${to})`,
      creates: creates
        ? {
            title: `Create "${target.systemParent?.label}" in ${nameOf(parent)}`,
            table: parent,
            key: requiredKey(parent),
            columns: Object.keys(values),
            identity: target.parentColumns,
            rowEvent: "SYSTEM_PARENT_CREATED",
            rowMessage: `Created to take the orphans of ${nameOf(table)}`,
          }
        : null,
      change: { kind: "update", set: () => Object.fromEntries(set) },
      summary: ({ change }) =>
        `${counted(change, "row")} of ${nameOf(table)} will name ${label} in ${nameOf(parent)}${creates ? ", which is created first" : ""}.`,
      rowEvent: "ROW_REASSIGNED",
      rowMessage: `Reassigned: ${listed(target.columns)} named no row of ${nameOf(parent)}`,
      effects: [],
    };
  },
});

function chosenValues(target: ReferenceTarget, { parent }: ReassignInput): Record<string, string> | null {
  if (parent === "system") return target.systemParent?.values ?? null;
  return parent && target.parentColumns.every((name) => parent[name] !== undefined) ? parent : null;
}

function tableRefusal(table: Table, target: ReferenceTarget): string | null {
  const inKey = target.columns.filter((name) => requiredKey(table).includes(name));
  if (inKey.length > 0)
    return `${listed(inKey)} is part of the key of ${nameOf(table)}: with another parent it would be another row.`;
  const generated = target.columns.filter((name) => columnOf(table, name)?.generated);
  return generated.length > 0 ? `${listed(generated)} is generated by the database and cannot be changed.` : null;
}

function parentRefusal(parent: Table, target: ReferenceTarget, input: ReassignInput, found: unknown): string | null {
  const values = chosenValues(target, input);
  if (!values && input.parent === "system") return `There is no system row for ${nameOf(parent)}. Pick a row of it.`;
  if (!values) return `Give the whole key of a row of ${nameOf(parent)}: ${listed(target.parentColumns)}.`;
  if (Number(found) > 0) return null;
  if (input.parent === "system") return rowRefusal(parent) ?? creationRefusal(parent, Object.keys(values));
  return `${nameOf(parent)} has no row with ${target.parentColumns.map((name) => `${name} ${values[name]}`).join(", ")}. Pick one that exists.`;
}
