import type { Catalog, TableName } from "@/lib/catalog/types";
import { linkParts } from "@/lib/checks/links";
import { otherParent } from "@/lib/checks/other-parent";
import { absence, type Part } from "@/lib/checks/presence";
import { isProof, referenceParts } from "@/lib/checks/reference";
import type { Target } from "@/lib/checks/target";
import type { Playbook } from "@/lib/playbooks/define";

/**
 * What a playbook promises of tables that exist. Another application may have a table of the same name: where most of
 * what is promised of such tables is not there, the playbook is not about this database, and its silence is no gap.
 */
export function applicablePromises({ expects }: Playbook, catalog: Catalog): Playbook["expects"] {
  const ofTables = expects.filter(({ target }) => catalog.find(target.table));
  const ours = ofTables.filter(({ target }) => !belongsElsewhere(target, catalog));
  const present = ours.filter(({ target }) => absence(catalog, partsOf(target)) === null);
  return present.length * 2 > ofTables.length ? ours : [];
}

/** Foreign keys or values say that the column names rows of another table, or has the type that it should have. */
function belongsElsewhere(target: Target, catalog: Catalog): boolean {
  if (target.kind === "column") {
    const keys = catalog.find(target.table)?.foreignKeys ?? [];
    return target.type !== undefined && keys.some((key) => key.columns.includes(target.column) && isProof(key));
  }
  if (otherParent(target, catalog) !== null) return true;
  if (target.kind !== "reference") return false;
  const named = catalog.undeclared.filter(
    ({ table, columns }) => isSame(table, target.table) && columns.join() === target.columns.join(),
  );
  return named.length > 0 && !named.some(({ parent }) => isSame(parent, target.parent));
}

function isSame(left: TableName, right: TableName): boolean {
  return left.schema === right.schema && left.name === right.name;
}

function partsOf(target: Target): Part[] {
  switch (target.kind) {
    case "reference":
      return referenceParts(target);
    case "link":
      return linkParts(target);
    case "key":
      return [[target.table, target.columns]];
    case "column":
      return [[target.table, [target.column]]];
    case "status":
      return [[target.table, [target.statusColumn, target.expiresAtColumn]]];
    default:
      return [[target.table, []]];
  }
}
