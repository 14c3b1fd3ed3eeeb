import { nameOf } from "./column-targets";
import { defineCheck } from "./define";
import { indexAt } from "./index-target";
import { tableLabel } from "./wording";

/** Indexes that cost their upkeep and serve no query. */
export const invalidIndex = defineCheck({
  code: "invalid_index",
  kind: "index",
  form: "catalog",
  severity: "error",
  title: "Invalid index",
  targets: (catalog) =>
    catalog.tables.flatMap((table) =>
      table.indexes
        .filter(({ valid }) => !valid)
        .map(({ name, columns, unique }) => ({
          kind: "index" as const,
          table: nameOf(table),
          index: name,
          columns,
          ...(unique && { unique }),
        })),
    ),
  evaluate: (target, catalog) => {
    const index = indexAt(target, catalog);
    // Dropping it mends it too.
    return { status: !index || index.valid ? "passing" : "failing" };
  },
  explain: ({ table, index, unique }, count) => {
    if (count === 0) return `No index ${index} of ${tableLabel(table)} is invalid.`;
    const harm = unique ? "keeps nothing unique for certain" : "finds nothing";
    return `The index ${index} of ${tableLabel(table)} is invalid: it ${harm}, while every write may still have to keep it up. Build it again or drop it.`;
  },
  why: "PostgreSQL does not use an invalid index for queries, so what it was made for is slow, and a unique one does not prove that values are unique. They are left behind when CREATE INDEX CONCURRENTLY fails or is cancelled; on a partitioned table, when an index was not attached for every partition.",
});
