import { activeButExpired } from "./active-but-expired";
import { ambiguousLinks } from "./ambiguous-links";
import type { CheckCode } from "./codes";
import { columnTypeMismatch } from "./column-type-mismatch";
import { customCheck } from "./custom-check";
import type { CatalogCheck, RowCheck, Severity } from "./define";
import { duplicateKeys } from "./duplicate-keys";
import { emptyRequiredText } from "./empty-required-text";
import { missingDefault } from "./missing-default";
import { missingForeignKey } from "./missing-foreign-key";
import { missingUnique } from "./missing-unique";
import { notNullBlocksWrites } from "./not-null-blocks-writes";
import { nullDespiteDefault } from "./null-despite-default";
import { orphanRows } from "./orphan-rows";
import type { Target } from "./target";
import { unindexedForeignKey } from "./unindexed-foreign-key";
import { unlinkedRows } from "./unlinked-rows";
import { unvalidatedConstraint } from "./unvalidated-constraint";

/** A check of whatever kind; `checkOn` sees to it that it only meets targets of its own. */
export type AnyCheck = RowCheck<Target["kind"]> | CatalogCheck<Target["kind"]>;

export const checks = {
  orphan_rows: orphanRows,
  missing_foreign_key: missingForeignKey,
  unvalidated_constraint: unvalidatedConstraint,
  unindexed_foreign_key: unindexedForeignKey,
  missing_unique: missingUnique,
  duplicate_keys: duplicateKeys,
  not_null_blocks_writes: notNullBlocksWrites,
  missing_default: missingDefault,
  null_despite_default: nullDespiteDefault,
  column_type_mismatch: columnTypeMismatch,
  empty_required_text: emptyRequiredText,
  unlinked_rows: unlinkedRows,
  ambiguous_links: ambiguousLinks,
  active_but_expired: activeButExpired,
  custom_check: customCheck,
} satisfies Record<CheckCode, AnyCheck>;

/** The check of that code, which applies to targets of that kind. */
export function checkOn(code: CheckCode, target: Target): AnyCheck {
  const check: AnyCheck = checks[code];
  if (check.kind !== target.kind)
    throw new TypeError(`The check ${code} applies to a ${check.kind}, not to a ${target.kind}.`);
  return check;
}

/** How bad a failing finding is: a custom check says so itself. */
export function severityOf(code: CheckCode, target: Target): Severity {
  return target.kind === "custom" ? target.severity : checkOn(code, target).severity;
}

/** What lists call the check: a custom one has a name of its own. */
export function titleOf(code: CheckCode, target: Target): string {
  return target.kind === "custom" ? target.name : checkOn(code, target).title;
}
