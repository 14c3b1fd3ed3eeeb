import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { absence } from "./presence";
import { declaredReferences, foreignKeyOf, parentLabel, referenceParts } from "./reference";
import { keyLabel } from "./wording";

/** A foreign key that is not known to hold for the rows that were there before it, or that is switched off. */
export const unvalidatedConstraint = defineCheck({
  code: "unvalidated_constraint",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Foreign key not proved",
  targets: declaredReferences,
  evaluate: (target, catalog) => {
    const absent = absence(catalog, referenceParts(target)) ?? otherParent(target, catalog);
    if (absent) return { status: "not_checked", reason: absent };
    const key = foreignKeyOf(target, catalog);
    // Green would say that something was proved.
    if (!key) return { status: "not_checked", reason: "There is no foreign key to validate yet; add it first." };
    return { status: key.validated && key.triggersEnabled ? "passing" : "failing" };
  },
  explain: (target, count) =>
    count === 0
      ? `The foreign key from ${keyLabel(target.table, target.columns)} to ${parentLabel(target)} is validated and enforced.`
      : `The foreign key from ${keyLabel(target.table, target.columns)} to ${parentLabel(target)} was never validated, or its triggers are disabled.`,
  why: "A foreign key that was added NOT VALID stops new orphans and says nothing of the old rows; one whose triggers are disabled stops nothing. Until it is proved, neither people nor the planner can rely on it.",
});
