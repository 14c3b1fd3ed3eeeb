import type { Catalog, Index } from "@/lib/catalog/types";
import type { IndexTarget } from "./target";

/** The index that the target names, as it is. */
export function indexAt(target: IndexTarget, catalog: Catalog): Index | undefined {
  return catalog.find(target.table)?.indexes.find(({ name }) => name === target.index);
}
