import type { Table } from "@/lib/catalog/types";
import type { TableTarget } from "./target";

/** The table as a whole, and who reaches it through the API. */
export function tableTarget({ schema, name, exposedTo = [] }: Table): TableTarget {
  return { kind: "table", table: { schema, name }, ...(exposedTo.length > 0 && { roles: exposedTo }) };
}
