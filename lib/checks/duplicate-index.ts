import type { Index } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { defineCheck } from "./define";
import { indexAt } from "./index-target";
import { isReverse, superseding } from "./redundant-index";
import { tableLabel } from "./wording";

/** Indexes whose work another index of the table does as well. */
export const duplicateIndex = defineCheck({
  code: "duplicate_index",
  kind: "index",
  form: "catalog",
  severity: "warning",
  title: "Redundant index",
  // What a constraint needs stays, unless another constraint says the same.
  targets: (catalog) =>
    catalog.tables.flatMap((table) =>
      table.indexes.flatMap((index) => {
        const other = superseding(index, table);
        if (!index.valid || (index.constraint !== null && !other)) return [];
        const target = { kind: "index" as const, table: nameOf(table), index: index.name, columns: index.columns };
        return [other ? { ...target, keep: kept(other, index), bytes: index.bytes } : target];
      }),
    ),
  evaluate: (target, catalog) => {
    const table = catalog.find(target.table);
    const index = indexAt(target, catalog);
    return { status: table && index && superseding(index, table) ? "failing" : "passing" };
  },
  explain: ({ table, index, columns, keep, bytes }, count) => {
    if (count === 0 || !keep) return `No other index of ${tableLabel(table)} does the work of ${index}.`;
    const same = keep.columns.length === columns.length;
    const reason = same
      ? `indexes the same as ${keep.index}${keep.isReverse ? ", read from its other end" : ""}`
      : `is the beginning of ${keep.index} (${keep.columns.join(", ")})`;
    const size = bytes && bytes >= 2 ** 20 ? ` It takes ${(bytes / 2 ** 20).toFixed(0)} MB.` : "";
    return `The index ${index} of ${tableLabel(table)} ${reason}, which does its work: keep ${keep.index} and drop ${index}.${size}`;
  },
  why: "Every insert and most updates write to each index, and each takes memory and disk, so one that adds nothing only costs. They come about when two people or two tools index the same columns, or when a wider index is added later.",
});

function kept(other: Index, index: Index) {
  return { index: other.name, columns: other.columns, ...(isReverse(index, other) && { isReverse: true as const }) };
}
