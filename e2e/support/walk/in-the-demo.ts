import type { RepairCode } from "@/lib/repairs/codes";

/** The repairs that the way of the demo to health is made of. */
export const inTheDemo = [
  "add-foreign-key",
  "add-index",
  "add-unique",
  "adopt-orphans",
  "change-column-type",
  "delete-orphans",
  "drop-not-null",
  "end-expired-sessions",
  "fill-default",
  "link-lead",
  "reassign-orphans",
  "set-default",
  "set-null",
  "validate-constraint",
] as const satisfies RepairCode[];
