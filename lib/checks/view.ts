import type { Catalog, TableName, View } from "@/lib/catalog/types";
import type { ViewTarget } from "./target";
import { tableLabel } from "./wording";

/** The view as a target, with what its sentence says of it. */
export function viewTarget({ schema, name, exposedTo, materialized }: View): ViewTarget {
  return {
    kind: "view",
    table: { schema, name },
    ...(exposedTo.length > 0 && { roles: exposedTo }),
    ...(materialized && { materialized: true as const }),
  };
}

/** The view of that name. */
export function viewAt(view: TableName, catalog: Catalog): View | undefined {
  return catalog.views.find(({ schema, name }) => schema === view.schema && name === view.name);
}

/** A sentence where there is no such view any more. */
export function viewAbsence({ table }: ViewTarget, catalog: Catalog): string | null {
  return viewAt(table, catalog)
    ? null
    : `There is no view ${tableLabel(table)} among the views that Plumbline looks at.`;
}
