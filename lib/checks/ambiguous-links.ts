import { sql } from "kysely";
import { contactLinks } from "./contact-links";
import { defineCheck } from "./define";
import { alwaysLinked, joinLinkMatches, linkParts } from "./links";
import { otherParent } from "./other-parent";
import { unreadable } from "./presence";
import { rowsThat, tableLabel } from "./wording";

/** Rows whose contact data names several parents: only a person can say which. */
export const ambiguousLinks = defineCheck({
  code: "ambiguous_links",
  kind: "link",
  form: "row",
  severity: "warning",
  title: "Several matches",
  targets: contactLinks,
  violates: (target, scope) => sql`cardinality(${sql.id(joinLinkMatches(target, scope), "parents")}) >= 2`,
  uncheckable: (target, catalog) => unreadable(catalog, linkParts(target)) ?? otherParent(target, catalog),
  proved: alwaysLinked,
  explain: (target, count) =>
    count === 0
      ? `No unlinked row of ${tableLabel(target.table)} matches several rows of ${tableLabel(target.parent)}.`
      : `${rowsThat(count, target.table, "matches", "match")} several rows of ${tableLabel(target.parent)}; somebody must choose.`,
  why: "The email belongs to one and the phone to another, or several share the same. Linking by guess would give one customer's history to another, so nothing is changed until a person has chosen.",
});
