import { columnOf, provesUnique } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { defineCheck } from "./define";
import { absence } from "./presence";
import type { KeyTarget } from "./target";
import { wantedKeys } from "./wanted-keys";
import { keyLabel } from "./wording";

/** Columns that should be unique, while nothing in the database makes them so. */
export const missingUnique = defineCheck({
  code: "missing_unique",
  kind: "key",
  form: "catalog",
  severity: "error",
  title: "Missing unique key",
  // Of a name alone, without statistics, only the rows can tell whether it is unique.
  targets: (catalog) => wantedKeys(catalog).filter((target) => !target.inferred || isKnown(target, catalog)),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    return { status: table && provesUnique(table, target.columns) ? "passing" : "failing" };
  },
  explain: (target, count) =>
    count === 0
      ? `${keyLabel(target.table, target.columns)} is unique.`
      : `Nothing in the database makes ${keyLabel(target.table, target.columns)} unique.`,
  why: "Two requests at the same moment can both create the row that there should be one of. No foreign key can point to columns that are not unique.",
});

function isKnown({ table: name, columns }: KeyTarget, catalog: Catalog): boolean {
  const table = catalog.find(name);
  const [column, other] = columns;
  if (!table || column === undefined || other !== undefined) return table !== undefined;
  return provesUnique(table, columns) || columnOf(table, column)?.distinct !== undefined;
}
