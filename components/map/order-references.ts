import type { Health, MapReference, MapTable } from "@/lib/map/types";
import type { Order } from "./map-filter";

export interface NamedReference {
  reference: MapReference;
  child: MapTable;
  parent: MapTable;
}

/** References with the names of their tables, the broken ones first or by name. */
export function orderReferences(references: MapReference[], tables: MapTable[], order: Order): NamedReference[] {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const named = references.flatMap((reference) => {
    const [child, parent] = [byId.get(reference.child), byId.get(reference.parent)];
    return child && parent ? [{ reference, child, parent }] : [];
  });
  return named.sort((left, right) => {
    const trouble = order === "broken" ? byTrouble(left.reference, right.reference) : 0;
    return trouble || nameOf(left).localeCompare(nameOf(right));
  });
}

/** Tables, the broken ones first or by name. */
export function orderTables(tables: MapTable[], order: Order): MapTable[] {
  return tables.toSorted((left, right) => {
    const trouble = order === "broken" ? byHealth(left, right) : 0;
    return trouble || tableName(left).localeCompare(tableName(right));
  });
}

export function tableName({ schema, name }: Pick<MapTable, "schema" | "name">): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

function nameOf({ child, reference }: NamedReference): string {
  return `${tableName(child)} ${reference.columns.join(" ")}`;
}

function byTrouble(left: MapReference, right: MapReference): number {
  return byStatus(left, right) || (right.orphans ?? 0) - (left.orphans ?? 0) || byHealth(left, right);
}

function byHealth(left: Health, right: Health): number {
  return (
    byStatus(left, right) ||
    right.failing.error - left.failing.error ||
    right.failing.warning - left.failing.warning ||
    right.failing.info - left.failing.info
  );
}

function byStatus(left: Health, right: Health): number {
  return worstFirst.indexOf(left.status) - worstFirst.indexOf(right.status);
}

const worstFirst: Health["status"][] = ["failing", "not_checked", "healthy"];
