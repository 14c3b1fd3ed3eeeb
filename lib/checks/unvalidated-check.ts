import { checkAbsence, checkAt, declaredChecks } from "./check-constraint";
import { defineCheck } from "./define";
import { tableLabel } from "./wording";

/** A CHECK constraint that is not known to hold for the rows that were there before it, or that nothing enforces. */
export const unvalidatedCheck = defineCheck({
  code: "unvalidated_check",
  kind: "constraint",
  form: "catalog",
  severity: "warning",
  title: "CHECK not proved",
  targets: declaredChecks,
  evaluate: (target, catalog) => {
    const absent = checkAbsence(target, catalog);
    if (absent) return { status: "not_checked", reason: absent };
    return { status: checkAt(target, catalog)?.validated ? "passing" : "failing" };
  },
  explain: ({ table, constraint, unenforced }, count) => {
    const named = `The CHECK constraint ${constraint} of ${tableLabel(table)}`;
    if (count === 0) return `${named} holds for every row.`;
    return unenforced
      ? `${named} is NOT ENFORCED: PostgreSQL checks neither old rows nor new ones.`
      : `${named} was added NOT VALID and never validated: it holds for new rows, and nobody knows of the old ones.`;
  },
  why: "Whoever reads the schema believes that the rule holds, and so may the code that reads the rows. An old row that breaks it also cannot be changed any more: the next UPDATE of any of its columns fails.",
});
