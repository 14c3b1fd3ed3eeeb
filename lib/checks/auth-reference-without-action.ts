import { defineCheck } from "./define";
import { absence } from "./presence";
import { declaredReferences, foreignKeyOf } from "./reference";
import { keyLabel, tableLabel } from "./wording";

/** A foreign key to the accounts of the authentication service that forbids to delete one. */
export const authReferenceWithoutAction = defineCheck({
  code: "auth_reference_without_action",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Reference to an account without ON DELETE",
  targets: (catalog) => declaredReferences(catalog).filter(({ parent }) => parent.schema === "auth"),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]);
    if (absent) return { status: "not_checked", reason: absent };
    const key = foreignKeyOf(target, catalog);
    if (!key) return { status: "not_checked", reason: "There is no such foreign key any more." };
    return { status: key.onDelete === "no action" || key.onDelete === "restrict" ? "failing" : "passing" };
  },
  explain: (target, count) =>
    count === 0
      ? `The foreign key from ${keyLabel(target.table, target.columns)} says what happens when a row of ${tableLabel(target.parent)} is deleted.`
      : `A row of ${tableLabel(target.parent)} cannot be deleted while ${keyLabel(target.table, target.columns)} names it: the foreign key is ON DELETE ${target.onDelete.toUpperCase()}.`,
  why: "Accounts are deleted by the authentication service, on its dashboard or by its API, which know nothing of your tables: the deletion fails with a database error. Requests to be forgotten then stay open until somebody finds out why.",
});
