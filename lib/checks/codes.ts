/** Every check there is. The registry must have an entry for each or it does not compile. */
export const checkCodes = [
  "orphan_rows",
  "missing_foreign_key",
  "unvalidated_constraint",
  "unindexed_foreign_key",
  "missing_unique",
  "duplicate_keys",
  "not_null_blocks_writes",
  "missing_default",
  "null_despite_default",
  "column_type_mismatch",
  "empty_required_text",
  "unlinked_rows",
  "ambiguous_links",
  "active_but_expired",
  "custom_check",
] as const;

export type CheckCode = (typeof checkCodes)[number];
