import { defineCheck } from "./define";
import { otherParent } from "./other-parent";
import { absence } from "./presence";
import { foreignKeyOf, parentLabel, referenceParts, references, unlikeReferences } from "./reference";
import { unmeasured, unmeasuredReferences } from "./unmeasured";
import { keyLabel } from "./wording";

/** A reference that was promised, or is taken for one, and that no foreign key enforces, under whatever name, validated or not. */
export const missingForeignKey = defineCheck({
  code: "missing_foreign_key",
  kind: "reference",
  form: "catalog",
  severity: "error",
  title: "Missing foreign key",
  targets: (catalog) => [...references(catalog), ...unlikeReferences(catalog), ...unmeasuredReferences(catalog)],
  evaluate: (target, catalog) => {
    // The parent may be none of the tables that Plumbline looks at, such as the accounts of the sign-in.
    if (foreignKeyOf(target, catalog)) return { status: "passing" };
    const absent =
      absence(catalog, referenceParts(target)) ?? otherParent(target, catalog) ?? unmeasured(target, catalog);
    return absent ? { status: "not_checked", reason: absent } : { status: "failing" };
  },
  explain: (target, count) =>
    count === 0
      ? `A foreign key keeps ${keyLabel(target.table, target.columns)} within ${parentLabel(target)}.`
      : `No foreign key keeps ${keyLabel(target.table, target.columns)} within ${parentLabel(target)}.`,
  why: "Without it the database accepts rows whose parent does not exist, and lets a parent be deleted under its children. New orphans can come at any moment, however often the old ones are cleaned.",
});
