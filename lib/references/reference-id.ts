import { createHash } from "node:crypto";
import type { UndeclaredReference } from "@/lib/catalog/types";

/** The same columns and the same parent are the same reference in every scan, in whatever order its pairs are listed. */
export function referenceId({ table, columns, parent, parentColumns }: UndeclaredReference): string {
  const pairs = columns.map((column, at) => JSON.stringify([column, parentColumns[at]])).toSorted();
  return createHash("sha256")
    .update(JSON.stringify([table.schema, table.name, parent.schema, parent.name, pairs]))
    .digest("hex")
    .slice(0, 16);
}
