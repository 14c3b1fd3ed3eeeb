import type { DatabaseMap, Health, MapTable } from "@/lib/map/types";

export interface MapFilter {
  /** Part of a table's name; nothing for all. */
  table: string;
  /** `any` for all. */
  schema: string;
  /** Only what has errors. */
  broken: boolean;
}

export type MapPart = Pick<DatabaseMap, "tables" | "references">;

/** The tables that are asked for with their references, and the tables at the other ends of those. */
export function filterMap({ tables, references }: MapPart, { table, schema, broken }: MapFilter): MapPart {
  const sought = table.trim().toLowerCase();
  const isAsked = (found: MapTable) =>
    (sought === "" || `${found.schema}.${found.name}`.toLowerCase().includes(sought)) &&
    (schema === "any" || found.schema === schema);
  const asked = new Set(tables.filter(isAsked).map(({ id }) => id));
  const shown = references.filter(
    (reference) => (asked.has(reference.child) || asked.has(reference.parent)) && (!broken || isBroken(reference)),
  );
  const named = new Set(shown.flatMap(({ child, parent }) => [child, parent]));
  return {
    tables: tables.filter((found) => named.has(found.id) || (asked.has(found.id) && (!broken || isBroken(found)))),
    references: shown,
  };
}

/** What one picture can hold: the tables with most trouble, and the references between them. */
export function mostTroubled({ tables, references }: MapPart, limit: number): MapPart {
  if (tables.length <= limit) return { tables, references };
  const troubled = new Set(references.filter(isBroken).flatMap(({ child, parent }) => [child, parent]));
  const rank = (table: MapTable) =>
    troubled.has(table.id) ? 0 : isBroken(table) ? 1 : table.status === "failing" ? 2 : 3;
  const kept = tables.toSorted((left, right) => rank(left) - rank(right)).slice(0, limit);
  const ids = new Set(kept.map(({ id }) => id));
  return { tables: kept, references: references.filter(({ child, parent }) => ids.has(child) && ids.has(parent)) };
}

/** An error makes it broken; a warning does not. */
export function isBroken({ failing }: Health): boolean {
  return failing.error > 0;
}
