import { defineCheck } from "./define";
import { absence } from "./presence";
import { tableTarget } from "./table-target";
import { tableLabel } from "./wording";

/** A table that the API hands out whole. */
export const rlsDisabled = defineCheck({
  code: "rls_disabled",
  kind: "table",
  form: "catalog",
  severity: "error",
  title: "Open to the API without row-level security",
  targets: (catalog) =>
    catalog.tables.filter(({ exposedTo = [] }) => exposedTo.length > 0).map((table) => tableTarget(table)),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, []]]);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    const open = table?.exposedTo?.length && !table.rowLevelSecurity;
    return { status: open ? "failing" : "passing" };
  },
  explain: ({ table, roles = [] }, count) =>
    count === 0
      ? `Row-level security decides what the API shows of ${tableLabel(table)}.`
      : `${tableLabel(table)} is open to the API for ${roles.join(" and ") || "its roles"}, and row-level security is off: ${roles.length === 1 ? "it reaches" : "they reach"} every row.`,
  why: "The key of the API is in every browser that loads the application. Whoever has it can read the table, and change it where the role may, without any screen in between. New tables in the public schema get these rights by default, and row-level security has to be switched on for each.",
});
