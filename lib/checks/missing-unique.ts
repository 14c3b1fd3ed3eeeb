import { provesUnique } from "@/lib/catalog/equivalents";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { wantedKeys } from "./wanted-keys";
import { keyLabel } from "./wording";

/** Columns that were promised to be unique, while nothing in the database makes them so. */
export const missingUnique = defineCheck({
  code: "missing_unique",
  kind: "key",
  form: "catalog",
  severity: "error",
  title: "Missing unique key",
  targets: wantedKeys,
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
