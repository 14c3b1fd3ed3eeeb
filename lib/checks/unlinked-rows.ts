import { sql } from "kysely";
import { contactLinks } from "./contact-links";
import { defineCheck } from "./define";
import { alwaysLinked, joinLinkMatches, linkParts } from "./links";
import { otherParent } from "./other-parent";
import { unreadable } from "./presence";
import { rowsThat, tableLabel } from "./wording";

/** Rows that were never linked though their contact data says who it is: one parent, or a new one. */
export const unlinkedRows = defineCheck({
  code: "unlinked_rows",
  kind: "link",
  form: "row",
  severity: "warning",
  title: "Never linked",
  targets: contactLinks,
  // Rows without contact data are rightly unlinked and have no matches to join.
  violates: (target, scope) => {
    const matches = sql`cardinality(${sql.id(joinLinkMatches(target, scope), "parents")})`;
    return target.inferred ? sql`${matches} = 1` : sql`${matches} < 2`;
  },
  uncheckable: (target, catalog) => unreadable(catalog, linkParts(target)) ?? otherParent(target, catalog),
  proved: alwaysLinked,
  explain: (target, count) =>
    count === 0
      ? `Every row of ${tableLabel(target.table)} whose contact data is known is linked, or waits for a choice.`
      : `${rowsThat(count, target.table, "has", "have")} an email or a phone and no ${target.column}, with ${target.inferred ? "just" : "at most"} one match in ${tableLabel(target.parent)}.`,
  why: "The row was created before its customer was known, and the step that should have linked it later did not happen. The customer's history is incomplete, and nobody follows up.",
});
