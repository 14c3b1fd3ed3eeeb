import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import { defineRepair } from "./define";
import { requiredKey } from "./key-columns";
import { type NoInput, noInput } from "./no-input";
import { counted, listed, nameOf } from "./wording";

export const setNull = defineRepair<ReferenceTarget, NoInput>({
  code: "set-null",
  title: "Clear the reference",
  description:
    "Keeps the rows and sets the reference to NULL: they belong to nobody from then on. Possible where the column allows NULL.",
  form: "rows",
  mends: ["orphan_rows"],
  input: noInput,
  offers: () => true,
  facts: () => ({}),

  refuses({ table, target }) {
    if (clearable(table, target).length > 0) return null;
    return {
      reason: `${nameOf(table)} ${listed(target.columns)} does not allow NULL, so the reference cannot be cleared.`,
    };
  },

  plan({ table, target }) {
    const columns = clearable(table, target);
    const kept = target.columns.filter((column) => !columns.includes(column));
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [],
      skip: null,
      choice: null,
      creates: null,
      change: { kind: "update", set: () => Object.fromEntries(columns.map((column) => [column, sql`null`])) },
      summary: ({ change }) =>
        `${counted(change, "row")} of ${nameOf(table)} will stay, with ${listed(columns)} empty.`,
      rowEvent: "REFERENCE_CLEARED",
      rowMessage: `Cleared: ${listed(target.columns)} named no row of ${nameOf(target.parent)}`,
      effects:
        kept.length === 0
          ? []
          : [`${listed(kept)} does not allow NULL and stays; one empty column is enough to name no parent.`],
    };
  },
});

function clearable(table: Table, target: ReferenceTarget): string[] {
  return target.columns.filter((name) => {
    const column = columnOf(table, name);
    return column?.nullable === true && !column.generated;
  });
}
