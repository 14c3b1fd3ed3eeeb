import { equivalentIndex, missingColumn } from "@/lib/catalog/equivalents";
import type { ReferenceTarget } from "@/lib/checks/target";
import { defineRepair, type SchemaStep } from "./define";
import { createIndex, dropLeftover, leftover } from "./index-steps";
import { type NoInput, noInput } from "./no-input";
import { columnsLabel, deriveName, freeName, namesIn, takenRelationNames } from "./object-names";
import { nameOf } from "./wording";

export const addIndex = defineRepair<ReferenceTarget, NoInput>({
  code: "add-index",
  title: "Add the index",
  description:
    "Builds an index on the columns of the reference while the table is in use, so that removing or checking one parent does not read the whole table.",
  form: "schema",
  mends: ["unindexed_foreign_key"],
  input: noInput,
  offers: () => true,
  facts: ({ table, target }) => ({ taken: takenRelationNames(table.schema, wantedName(target)) }),

  refuses({ table, target }) {
    const missing = missingColumn(table, target.columns);
    if (missing) return { reason: `There is no column ${nameOf(table)}.${missing}.` };
    const index = equivalentIndex(table, target.columns);
    if (index) {
      return { reason: `${nameOf(table)} ${columnsLabel(target.columns)} is indexed already, by ${index.name}.` };
    }
    if (table.kind === "partitioned") {
      return {
        reason: `${nameOf(table)} is partitioned: PostgreSQL cannot build its index while the table is in use.`,
      };
    }
    return null;
  },

  plan({ table, target, facts }) {
    const wanted = wantedName(target);
    const invalid = leftover(table, { name: wanted, columns: target.columns, unique: false });
    const name = invalid ? wanted : freeName(wanted, namesIn(facts.taken));
    const steps: SchemaStep[] = invalid ? [dropLeftover(table, invalid)] : [];
    steps.push(createIndex({ table, name, columns: target.columns, unique: false }));
    return {
      form: "schema",
      summary: `${nameOf(table)} ${columnsLabel(target.columns)} gets the index ${name}. No row changes.`,
      steps,
    };
  },
});

function wantedName(target: ReferenceTarget): string {
  return target.index ?? deriveName(target.table, target.columns, "idx");
}
