import { defineCheck } from "./define";
import { viewAbsence, viewAt, viewTarget } from "./view";
import { tableLabel } from "./wording";

/** A view by which the API reads with the rights of the view's owner. */
export const securityDefinerView = defineCheck({
  code: "security_definer_view",
  kind: "view",
  form: "catalog",
  severity: "error",
  title: "View with its owner's rights",
  targets: (catalog) => catalog.views.filter(({ exposedTo }) => exposedTo.length > 0).map(viewTarget),
  evaluate: (target, catalog) => {
    const absent = viewAbsence(target, catalog);
    if (absent) return { status: "not_checked", reason: absent };
    const view = viewAt(target.table, catalog);
    const open = view && view.exposedTo.length > 0 && view.reads.length > 0 && !view.securityInvoker;
    return { status: open ? "failing" : "passing" };
  },
  explain: ({ table, roles = [], materialized }, count) => {
    if (count === 0) return `${tableLabel(table)} shows nobody more than they may read themselves.`;
    const readers = roles.join(" and ") || "roles of the API";
    return materialized
      ? `The materialised view ${tableLabel(table)} is open to ${readers}, and row-level security does not apply to what it keeps.`
      : `The view ${tableLabel(table)} is open to ${readers} and reads with the rights of its owner, past the row-level security of its tables.`;
  },
  why: "A view reads with its owner's rights unless it is told otherwise, and the owner is usually the role that row-level security does not bind. Everybody who may read the view then sees every row behind it, however careful the policies of the tables are.",
});
