import { defineCheck } from "./define";
import { absence } from "./presence";
import { tableTarget } from "./table-target";
import { tableLabel } from "./wording";

/** Policies that nothing applies. */
export const policyWithoutRls = defineCheck({
  code: "policy_without_rls",
  kind: "table",
  form: "catalog",
  severity: "error",
  title: "Policies without row-level security",
  targets: (catalog) =>
    catalog.tables.filter(({ policies = [] }) => policies.length > 0).map((table) => tableTarget(table)),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, []]]);
    if (absent) return { status: "not_checked", reason: absent };
    const table = catalog.find(target.table);
    const ignored = table?.policies?.length && !table.rowLevelSecurity;
    return { status: ignored ? "failing" : "passing" };
  },
  explain: ({ table }, count) =>
    count === 0
      ? `Row-level security of ${tableLabel(table)} is on, so its policies apply.`
      : `${tableLabel(table)} has policies, and row-level security is off: none of them applies.`,
  why: "Somebody wrote down who may see which rows, and PostgreSQL does not ask. The table looks protected on every screen that lists policies. It happens when the policies are created and the ALTER TABLE … ENABLE ROW LEVEL SECURITY is forgotten, or switched off to find an error.",
});
