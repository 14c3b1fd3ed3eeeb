import type { ReferenceTarget } from "@/lib/checks/target";
import { childCounts, childRefusal, hasChildren } from "./child-rows";
import { defineRepair } from "./define";
import { firstOf } from "./first-of";
import { requiredKey } from "./key-columns";
import { type NoInput, noInput } from "./no-input";
import { counted, listed, nameOf } from "./wording";

export const deleteOrphans = defineRepair<ReferenceTarget, NoInput>({
  code: "delete-orphans",
  title: "Delete the orphans",
  description:
    "Removes the rows whose parent is gone. Each is kept in quarantine as it was, and an undo brings it back while no foreign key forbids it.",
  form: "rows",
  mends: ["orphan_rows"],
  input: noInput,
  offers: () => true,

  facts: ({ catalog, table, fault }) => childCounts(catalog, table, fault),

  refuses({ catalog, table, facts }) {
    const reason = childRefusal(catalog, table, facts);
    return reason === null ? null : { reason };
  },

  plan({ catalog, table, target }) {
    // A row that is given children between preview and run must not take them along.
    const held = hasChildren(catalog, table);
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [],
      skip: firstOf(held ? [{ when: held, reason: "Rows of its own refer to it." }] : []),
      choice: null,
      creates: null,
      change: { kind: "delete" },
      summary: ({ change }) => `${counted(change, "row")} of ${nameOf(table)} will be deleted and kept in quarantine.`,
      rowEvent: target.rowEvent ?? "ORPHANED_ROW_DETECTED",
      rowMessage: `Deleted: ${listed(target.columns)} named no row of ${nameOf(target.parent)}`,
      effects: [],
    };
  },
});
