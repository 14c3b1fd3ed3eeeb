import type { Catalog } from "@/lib/catalog/types";
import { linkParts } from "@/lib/checks/links";
import { absence, type Part } from "@/lib/checks/presence";
import { referenceParts } from "@/lib/checks/reference";
import type { Target } from "@/lib/checks/target";
import type { Playbook } from "@/lib/playbooks/define";

/**
 * What a playbook promises of tables that exist. Another application may have a table of the same name: where most of
 * what is promised of such tables is not there, the playbook is not about this database, and its silence is no gap.
 */
export function applicablePromises({ expects }: Playbook, catalog: Catalog): Playbook["expects"] {
  const ofTables = expects.filter(({ target }) => catalog.find(target.table));
  const present = ofTables.filter(({ target }) => absence(catalog, partsOf(target)) === null);
  return present.length * 2 > ofTables.length ? ofTables : [];
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
