import type { Catalog, UndeclaredReference } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";

/** The reference that a target is about; null where it is about something else. */
export function referenceEnds(target: Target, catalog: Catalog): UndeclaredReference | null {
  switch (target.kind) {
    case "reference":
    case "age": {
      const { table, columns, parent, parentColumns } = target;
      return { table, columns, parent, parentColumns };
    }
    case "link":
      return {
        table: target.table,
        columns: [target.column],
        parent: target.parent,
        parentColumns: [target.parentKey],
      };
    case "constraint": {
      const key = catalog.find(target.table)?.foreignKeys.find(({ name }) => name === target.constraint);
      return key
        ? { table: target.table, columns: key.columns, parent: key.parent, parentColumns: key.parentColumns }
        : null;
    }
    default:
      return null;
  }
}
