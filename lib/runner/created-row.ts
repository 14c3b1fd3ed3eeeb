import type { SampleRow } from "@/lib/plans/types";
import type { RowInsert } from "@/lib/repairs/row-plan";

/** A row that would be made first. */
export function createdRow({ identity, columns, title }: RowInsert, after: Record<string, string | null>): SampleRow {
  const named = identity.length > 0 ? identity : columns;
  return {
    key: Object.fromEntries(named.flatMap((name) => (after[name] == null ? [] : [[name, after[name]]]))),
    outcome: "change",
    reason: `${title}.`,
    before: null,
    after,
  };
}
