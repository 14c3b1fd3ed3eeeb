import type { Catalog } from "@/lib/catalog/types";
import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { type Part, unreadable } from "./presence";
import {
  foreignKeyOf,
  incomparable,
  isProof,
  parentIsMissing,
  parentLabel,
  referenceParts,
  references,
} from "./reference";
import type { ReferenceTarget } from "./target";
import { unmeasured, unmeasuredReferences } from "./unmeasured";
import { columnsLabel, one, rowsThat, tableLabel } from "./wording";

/** Rows whose reference names a parent that is gone, where no validated foreign key forbids it. */
export const orphanRows = defineCheck({
  code: "orphan_rows",
  kind: "reference",
  form: "row",
  severity: "error",
  title: "Orphaned rows",
  targets: (catalog) => [
    ...references(catalog),
    ...unmeasuredReferences(catalog).filter((one) => !incomparable(one, catalog)),
  ],
  violates: parentIsMissing,
  uncheckable: (target, catalog) =>
    unreadable(catalog, partsToRead(target, catalog)) ??
    otherParent(target, catalog) ??
    incomparable(target, catalog) ??
    unmeasured(target, catalog),
  proved: isProved,
  explain: (target, count) =>
    count === 0
      ? `Every ${columnsLabel(target.columns)} of ${tableLabel(target.table)} is in ${parentLabel(target)}.`
      : `${rowsThat(count, target.table, "names", "name")} ${one(columnsLabel(target.columns))} that is not in ${parentLabel(target)}.`,
  why: "Screens and queries that join the two tables silently leave these rows out, and a foreign key cannot be validated while they are there. They appear when a parent is deleted or never saved, or when data is imported, while no constraint watches.",
});

function isProved(target: ReferenceTarget, catalog: Catalog): boolean {
  const key = foreignKeyOf(target, catalog);
  return key !== undefined && isProof(key);
}

/** Of a parent outside of the business (an account) nobody needs to know more than that the foreign key holds. */
function partsToRead(target: ReferenceTarget, catalog: Catalog): Part[] {
  const parts = referenceParts(target);
  return isProved(target, catalog) && !catalog.find(target.parent) ? parts.slice(0, 1) : parts;
}
