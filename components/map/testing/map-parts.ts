import type { MapReference, MapTable } from "@/lib/map/types";

const sound = { status: "healthy" as const, failing: { error: 0, warning: 0, info: 0 }, notChecked: 0 };

/** A sound table, of schema public unless said otherwise. */
export function mapTable(name: string, facts: Partial<MapTable> = {}): MapTable {
  const schema = facts.schema ?? "public";
  const id = schema === "public" ? name : `${schema}.${name}`;
  return { ...sound, id, schema, name, rowEstimate: null, outside: false, ...facts };
}

/** A sound foreign key between two tables, by their ids. */
export function mapReference(child: string, parent: string, facts: Partial<MapReference> = {}): MapReference {
  const ends = { columns: [`${parent}_id`], parentColumns: ["id"], kind: "declared" as const };
  const counts = { orphans: null, findings: [] };
  return { ...sound, ...ends, ...counts, id: `${child}>${parent}`, child, parent, ...facts };
}
