import { equivalentIndex } from "@/lib/catalog/equivalents";
import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { absence } from "./presence";
import { declaredReferences } from "./reference";
import { keyLabel, tableLabel } from "./wording";

/** A reference whose children can only be found by reading their whole table. */
export const unindexedForeignKey = defineCheck({
  code: "unindexed_foreign_key",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Reference without an index",
  targets: declaredReferences,
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]) ?? otherParent(target, catalog);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    return { status: table && equivalentIndex(table, target.columns) ? "passing" : "failing" };
  },
  explain: (target, count) =>
    count === 0
      ? `An index finds the rows of ${keyLabel(target.table, target.columns)} that belong to one row of ${tableLabel(target.parent)}.`
      : `No index begins with ${keyLabel(target.table, target.columns)}.`,
  why: "Deleting a parent, or changing its key, looks for its children; without an index that reads the whole table, under lock. Joins from the parent to its children are slow for the same reason.",
});
