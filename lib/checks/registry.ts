import { activeButExpired } from "./active-but-expired";
import { ambiguousLinks } from "./ambiguous-links";
import { authReferenceWithoutAction } from "./auth-reference-without-action";
import { cascadeAcrossTables } from "./cascade-across-tables";
import { checkViolations } from "./check-violations";
import { childOlderThanParent } from "./child-older-than-parent";
import type { CheckCode } from "./codes";
import { columnTypeMismatch } from "./column-type-mismatch";
import { customCheck } from "./custom-check";
import type { CatalogCheck, RowCheck, Severity } from "./define";
import { doubtfulType } from "./doubtful-type";
import { duplicateContacts } from "./duplicate-contacts";
import { duplicateForeignKey } from "./duplicate-foreign-key";
import { duplicateIndex } from "./duplicate-index";
import { duplicateKeys } from "./duplicate-keys";
import { emptyRequiredText } from "./empty-required-text";
import { endBeforeStart } from "./end-before-start";
import { invalidIndex } from "./invalid-index";
import { keyNearOverflow } from "./key-near-overflow";
import { missingDefault } from "./missing-default";
import { missingForeignKey } from "./missing-foreign-key";
import { missingUnique } from "./missing-unique";
import { noPrimaryKey } from "./no-primary-key";
import { nonCanonicalText } from "./non-canonical-text";
import { notNullBlocksWrites } from "./not-null-blocks-writes";
import { nullDespiteDefault } from "./null-despite-default";
import { nullableBoolean } from "./nullable-boolean";
import { nullableCompositeReference } from "./nullable-composite-reference";
import { orphanRows } from "./orphan-rows";
import { policyWithoutRls } from "./policy-without-rls";
import { referenceTypeMismatch } from "./reference-type-mismatch";
import { rlsDisabled } from "./rls-disabled";
import { rlsWithoutPolicy } from "./rls-without-policy";
import { sameNameDifferentTypes } from "./same-name-different-types";
import { securityDefinerView } from "./security-definer-view";
import { sequenceBehind } from "./sequence-behind";
import { sequenceNearOverflow } from "./sequence-near-overflow";
import { staleCounter } from "./stale-counter";
import type { Target } from "./target";
import { unindexedForeignKey } from "./unindexed-foreign-key";
import { unlinkedRows } from "./unlinked-rows";
import { unreadableTable } from "./unreadable-table";
import { unreadableView } from "./unreadable-view";
import { unvalidatedCheck } from "./unvalidated-check";
import { unvalidatedConstraint } from "./unvalidated-constraint";
import { valuesOutOfRange } from "./values-out-of-range";

/** A check of whatever kind; `checkOn` sees to it that it only meets targets of its own. */
export type AnyCheck = RowCheck<Target["kind"]> | CatalogCheck<Target["kind"]>;

export const checks = {
  orphan_rows: orphanRows,
  missing_foreign_key: missingForeignKey,
  unvalidated_constraint: unvalidatedConstraint,
  unindexed_foreign_key: unindexedForeignKey,
  duplicate_foreign_key: duplicateForeignKey,
  reference_type_mismatch: referenceTypeMismatch,
  nullable_composite_reference: nullableCompositeReference,
  cascade_across_tables: cascadeAcrossTables,
  auth_reference_without_action: authReferenceWithoutAction,
  missing_unique: missingUnique,
  duplicate_keys: duplicateKeys,
  no_primary_key: noPrimaryKey,
  duplicate_index: duplicateIndex,
  invalid_index: invalidIndex,
  sequence_behind: sequenceBehind,
  sequence_near_overflow: sequenceNearOverflow,
  key_near_overflow: keyNearOverflow,
  not_null_blocks_writes: notNullBlocksWrites,
  missing_default: missingDefault,
  null_despite_default: nullDespiteDefault,
  column_type_mismatch: columnTypeMismatch,
  empty_required_text: emptyRequiredText,
  nullable_boolean: nullableBoolean,
  doubtful_type: doubtfulType,
  same_name_different_types: sameNameDifferentTypes,
  non_canonical_text: nonCanonicalText,
  unlinked_rows: unlinkedRows,
  ambiguous_links: ambiguousLinks,
  active_but_expired: activeButExpired,
  unvalidated_check: unvalidatedCheck,
  check_violations: checkViolations,
  values_out_of_range: valuesOutOfRange,
  end_before_start: endBeforeStart,
  duplicate_contacts: duplicateContacts,
  stale_counter: staleCounter,
  child_older_than_parent: childOlderThanParent,
  rls_disabled: rlsDisabled,
  policy_without_rls: policyWithoutRls,
  rls_without_policy: rlsWithoutPolicy,
  security_definer_view: securityDefinerView,
  unreadable_table: unreadableTable,
  unreadable_view: unreadableView,
  custom_check: customCheck,
} satisfies Record<CheckCode, AnyCheck>;

/** The check of that code, which applies to targets of that kind. */
export function checkOn(code: CheckCode, target: Target): AnyCheck {
  const check: AnyCheck = checks[code];
  if (check.kind !== target.kind)
    throw new TypeError(`The check ${code} applies to a ${check.kind}, not to a ${target.kind}.`);
  return check;
}

/**
 * How bad a failing finding is. A custom check says so itself; and that a database does not enforce what only we take
 * for a reference or a key is advice, until somebody says that it is one; so is a number that people may give themselves.
 */
export function severityOf(code: CheckCode, target: Target): Severity {
  if (target.kind === "custom") return target.severity;
  const check = checkOn(code, target);
  const isInferred = ["reference", "key", "column"].includes(target.kind) && "inferred" in target && target.inferred;
  return isInferred && check.form === "catalog" ? "info" : check.severity;
}

/** What lists call the check: a custom one has a name of its own. */
export function titleOf(code: CheckCode, target: Target): string {
  return target.kind === "custom" ? target.name : checkOn(code, target).title;
}
