import { defineCheck } from "./define";
import { absence } from "./presence";
import { tableTarget } from "./table-target";
import { tableLabel } from "./wording";

/** Row-level security that lets nobody through. */
export const rlsWithoutPolicy = defineCheck({
  code: "rls_without_policy",
  kind: "table",
  form: "catalog",
  severity: "info",
  title: "Row-level security without a policy",
  targets: (catalog) =>
    catalog.tables.filter(({ rowLevelSecurity }) => rowLevelSecurity).map((table) => tableTarget(table)),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, []]]);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    const closed = table?.rowLevelSecurity && !table.policies?.length;
    return { status: closed ? "failing" : "passing" };
  },
  explain: ({ table }, count) =>
    count === 0
      ? `${tableLabel(table)} is not closed to everybody by row-level security.`
      : `Row-level security of ${tableLabel(table)} is on and there is no policy: only its owner and roles that bypass it see any row.`,
  why: "Queries do not fail, they find nothing, so an application shows empty lists and nobody knows why. It is right for a table that only a server may use with a role that bypasses row-level security; otherwise the policies are still to be written.",
});
