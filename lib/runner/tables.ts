import type { Catalog, Table, TableName } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import { nameOf } from "@/lib/repairs/wording";

/** The table as the catalogue has it now. */
export function requireTable(catalog: Catalog, name: TableName): Table {
  const table = catalog.find(name);
  if (!table) throw new AppError("refused", `${nameOf(name)} is not in the connected database any more. Scan again.`);
  if (!table.readable)
    throw new AppError(
      "refused",
      `The database role that Plumbline uses may not read ${nameOf(name)}. Grant it first.`,
    );
  return table;
}
