/** Every repair there is. The registry must have an entry for each or it does not compile. */
export const repairCodes = [
  "drop-not-null",
  "link-lead",
  "set-default",
  "fill-default",
  "delete-orphans",
  "adopt-orphans",
  "reassign-orphans",
  "set-null",
  "add-unique",
  "add-foreign-key",
  "validate-constraint",
  "add-index",
  "change-column-type",
  "end-expired-sessions",
  "resync-sequence",
  "drop-index",
  "set-not-null",
  "recount",
  "canonicalise-values",
  "validate-check",
  "merge-duplicates",
  "widen-key",
  "custom",
] as const;

export type RepairCode = (typeof repairCodes)[number];
