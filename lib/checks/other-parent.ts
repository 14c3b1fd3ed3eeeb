import type { Catalog } from "@/lib/catalog/types";
import { foreignKeyOf, isProof, type ReferenceEnds } from "./reference";
import type { LinkTarget, ReferenceTarget, Target } from "./target";
import { keyLabel, tableLabel } from "./wording";

/** A sentence where a promised reference is not this database's: a foreign key proves that its columns name rows of another table. */
export function otherParent(target: Target, catalog: Catalog): string | null {
  if (target.kind !== "reference" && target.kind !== "link") return null;
  const promised = referenceOf(target);
  if (foreignKeyOf(promised, catalog)) return null;
  const key = catalog
    .find(target.table)
    ?.foreignKeys.find(
      ({ columns, parent, ...state }) =>
        promised.columns.every((column) => columns.includes(column)) &&
        !(parent.schema === target.parent.schema && parent.name === target.parent.name) &&
        isProof(state),
    );
  if (!key) return null;
  return `${keyLabel(target.table, promised.columns)} belongs to ${tableLabel(key.parent)} by the foreign key ${key.name}, which holds for every row, so nothing is said of ${tableLabel(target.parent)}.`;
}

function referenceOf(target: ReferenceTarget | LinkTarget): ReferenceEnds {
  if (target.kind === "reference") return target;
  return { table: target.table, columns: [target.column], parent: target.parent, parentColumns: [target.parentKey] };
}
