import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { unreadable } from "./presence";
import {
  foreignKeyOf,
  incomparable,
  isProof,
  parentIsMissing,
  parentLabel,
  referenceParts,
  references,
} from "./reference";
import { columnsLabel, rowsThat, tableLabel } from "./wording";

/** Rows whose reference names a parent that is gone, where no validated foreign key forbids it. */
export const orphanRows = defineCheck({
  code: "orphan_rows",
  kind: "reference",
  form: "row",
  severity: "error",
  title: "Orphaned rows",
  targets: references,
  violates: parentIsMissing,
  uncheckable: (target, catalog) =>
    unreadable(catalog, referenceParts(target)) ?? otherParent(target, catalog) ?? incomparable(target, catalog),
  proved: (target, catalog) => {
    const key = foreignKeyOf(target, catalog);
    return key !== undefined && isProof(key);
  },
  explain: (target, count) =>
    count === 0
      ? `Every ${columnsLabel(target.columns)} of ${tableLabel(target.table)} is in ${parentLabel(target)}.`
      : `${rowsThat(count, target.table, "names", "name")} a ${columnsLabel(target.columns)} that is not in ${parentLabel(target)}.`,
  why: "Screens and queries that join the two tables silently leave these rows out, and a foreign key cannot be validated while they are there. They appear when a parent is deleted or never saved, or when data is imported, while no constraint watches.",
});
