import { sql } from "kysely";
import { equivalentForeignKey, missingColumn } from "@/lib/catalog/equivalents";
import type { ReferenceTarget } from "@/lib/checks/target";
import { defineRepair, type SchemaStep } from "./define";
import type { FactQueries } from "./facts";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { columnsLabel } from "./object-names";
import { orphanCount, orphansFirst } from "./reference-facts";
import { counted, nameOf } from "./wording";

export const validateConstraint = defineRepair<ReferenceTarget, NoInput>({
  code: "validate-constraint",
  title: "Validate the foreign key",
  description:
    "Reads the old rows while the table is in use and proves that every one of them names a parent that exists.",
  form: "schema",
  mends: ["unvalidated_constraint"],
  input: noInput,
  offers: () => true,

  facts({ catalog, table, target }): FactQueries {
    const parent = catalog.find(target.parent);
    if (!parent || missingColumn(table, target.columns) || missingColumn(parent, target.parentColumns)) return {};
    // Only PostgreSQL counts what several parents cover together.
    if (equivalentForeignKey(table, target)?.temporal) return {};
    return { orphans: orphanCount(target, table, parent) };
  },

  refuses({ table, target, facts }) {
    const key = equivalentForeignKey(table, target);
    const reference = `${nameOf(table)} ${columnsLabel(target.columns)}`;
    if (!key) {
      return {
        reason: `${reference} has no foreign key to ${nameOf(target.parent)} yet. Add it first.`,
        first: { repair: "add-foreign-key", check: "missing_foreign_key", target },
      };
    }
    if (key.unenforced) {
      return {
        reason: `${key.name} is NOT ENFORCED and cannot be validated until it is made ENFORCED. Ask whoever owns ${nameOf(table)} to alter the constraint.`,
      };
    }
    const orphans = Number(facts.orphans);
    if (orphans > 0) {
      return {
        reason: `${counted(orphans, "row")} of ${reference} still ${orphans === 1 ? "names" : "name"} a row that is not in ${nameOf(target.parent)}. Clean the orphans first.`,
        first: orphansFirst(target, table),
      };
    }
    if (key.validated && !key.triggersEnabled) {
      return {
        reason: `${key.name} counts as valid, but its triggers are disabled. Enable them on ${nameOf(table)} first.`,
      };
    }
    if (key.validated) return { reason: `${key.name} is validated already.` };
    return null;
  },

  plan({ table, target }) {
    const key = equivalentForeignKey(table, target);
    if (!key) throw new Error("A refused repair has no plan.");
    const parent = nameOf(target.parent);
    return {
      form: "schema",
      summary: `${key.name} is checked against every row of ${nameOf(table)} and marked valid. No row changes.`,
      steps: [validateStep(target, key.name, `Check that every row of ${nameOf(table)} names a row of ${parent}`)],
    };
  },
});

/** VALIDATE in a transaction of its own, after NOT VALID. */
export function validateStep(target: ReferenceTarget, constraint: string, title: string): SchemaStep {
  const { schema, name } = target.table;
  return {
    title,
    sql: sql`alter table ${sql.id(schema, name)} validate constraint ${sql.id(constraint)}`,
    // Nothing needs to be put back: the rows were right before, too.
    inverse: null,
    lock: lockOf("SHARE UPDATE EXCLUSIVE", target.table, target.parent),
  };
}
