import type { Catalog } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { identifyingNames } from "./identifying-names";
import { linkingKeys } from "./linking-keys";
import { relationKeys } from "./relation-keys";
import type { KeyTarget } from "./target";

/** Columns that somebody wants unique: of a unique index that could not be built, what a reference counts on, or what must be told apart. */
export function wantedKeys(catalog: Catalog): KeyTarget[] {
  const unbuilt = catalog.tables.flatMap((table) =>
    table.indexes.flatMap(({ unique, valid, partial, columns }) => {
      const named = columns.filter((column) => column !== null);
      const isWanted = unique && !valid && !partial && named.length === columns.length;
      return isWanted ? [{ kind: "key" as const, table: nameOf(table), columns: named }] : [];
    }),
  );
  const counted = catalog.undeclared
    .filter(({ parent }) => catalog.find(parent))
    .map(({ parent, parentColumns }) => ({ kind: "key" as const, table: nameOf(parent), columns: parentColumns }));
  return [...unbuilt, ...counted, ...linkingKeys(catalog), ...relationKeys(catalog), ...identifyingNames(catalog)];
}
