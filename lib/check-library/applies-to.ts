import type { Target } from "@/lib/checks/target";

/** What people call the targets of a check. */
export const appliesTo: Record<Target["kind"], string> = {
  reference: "reference",
  key: "key",
  column: "column",
  link: "link to a parent",
  status: "status column",
  table: "table",
  index: "index",
  sequence: "sequence",
  constraint: "constraint",
  contact: "contact columns",
  counter: "counter column",
  range: "column",
  age: "reference",
  span: "two columns",
  view: "view",
  custom: "table",
};
