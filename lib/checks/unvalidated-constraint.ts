import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { absence } from "./presence";
import { declaredReferences, foreignKeyOf, parentLabel, referenceParts } from "./reference";
import { keyLabel, tableLabel } from "./wording";

/** A foreign key that is not known to hold for the rows that were there before it, or that is switched off. */
export const unvalidatedConstraint = defineCheck({
  code: "unvalidated_constraint",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Foreign key not proved",
  waitsFor: "missing_foreign_key",
  targets: (catalog) =>
    declaredReferences(catalog).map((target) => {
      const key = foreignKeyOf(target, catalog);
      if (key?.unenforced) return { ...target, seen: { unenforced: true as const } };
      if (key?.disabledOn) return { ...target, seen: { disabledOn: key.disabledOn } };
      return key?.validated === false ? { ...target, seen: { unvalidated: true as const } } : target;
    }),
  evaluate: (target, catalog) => {
    const key = foreignKeyOf(target, catalog);
    // Of a declared key the catalogue knows all that matters, wherever its parent is.
    const parts = key ? referenceParts(target).slice(0, 1) : referenceParts(target);
    const absent = absence(catalog, parts) ?? otherParent(target, catalog);
    if (absent) return { status: "not_checked", reason: absent };
    // Green would say that something was proved.
    if (!key) return { status: "not_checked", reason: "There is no foreign key to validate yet; add it first." };
    return { status: key.validated && key.triggersEnabled ? "passing" : "failing" };
  },
  explain: (target, count) => {
    const key = `The foreign key from ${keyLabel(target.table, target.columns)} to ${parentLabel(target)}`;
    if (count === 0) return `${key} is validated and enforced.`;
    const { unenforced, disabledOn, unvalidated } = target.seen ?? {};
    if (unenforced)
      return `${key} is NOT ENFORCED: nothing checks it, and it cannot be validated until it is made ENFORCED.`;
    if (disabledOn)
      return `${key} stops nothing: its triggers on ${disabledOn.map(tableLabel).join(" and ")} are disabled. Enable them.`;
    return unvalidated
      ? `${key} was added NOT VALID and never validated, so rows from before may break it.`
      : `${key} was never validated, or its triggers are disabled.`;
  },
  why: "A foreign key that was added NOT VALID stops new orphans and says nothing of the old rows; one whose triggers are disabled stops nothing. Until it is proved, neither people nor the planner can rely on it.",
});
