import type { Catalog, ForeignKey, Table, TableName } from "@/lib/catalog/types";
import { looksLikePart, sharesKey, takesRecords } from "./cascade-parts";

/** A foreign key by which deleting a row of the parent deletes rows of another table. */
interface Hop {
  parent: string;
  child: Table;
  key: ForeignKey;
  /** The child is a part of its parent: by its key, or by its name and columns, which in a ring say nothing. */
  isPart: boolean;
  sharesKey: boolean;
  takesRecords: boolean;
}

export interface Cascade {
  child: Table;
  key: ForeignKey;
  /** The tables that lose rows on each way that is not all from a whole to its parts; one step where that takes records. */
  ways: TableName[][];
}

/** The cascades of a database, each by the foreign key that it begins with. */
export function cascadesOf(catalog: Catalog): Cascade[] {
  const hops = catalog.tables.flatMap((table) => hopsTo(table, catalog));
  const children = new Set(hops.map(({ child }) => nameOf(child)));
  const byParent = Map.groupBy(hops, ({ parent }) => parent);
  const reached = new Set<string>();
  const begin = (hop: Hop, isPart: (hop: Hop) => boolean): Cascade => ({
    child: hop.child,
    key: hop.key,
    ways: waysFrom(hop, byParent, reached, isPart),
  });
  const fromTops = hops.filter(({ parent }) => !children.has(parent)).map((hop) => begin(hop, (one) => one.isPart));
  // A ring of cascades has no top; whichever is met first stands for it.
  const fromRings = hops.flatMap((hop) => (reached.has(hop.parent) ? [] : [begin(hop, (one) => one.sharesKey)]));
  return [...fromTops, ...fromRings];
}

function hopsTo(child: Table, catalog: Catalog): Hop[] {
  if (isLink(child)) return [];
  const parents = new Set([nameOf(child)]);
  return child.foreignKeys.flatMap((key): Hop[] => {
    const parent = nameOf(key.parent);
    if (key.onDelete !== "cascade" || key.unenforced || parents.has(parent)) return [];
    parents.add(parent);
    const shares = sharesKey(child, key);
    const isPart = shares || looksLikePart(child, key, catalog);
    return [{ parent, child, key, isPart, sharesKey: shares, takesRecords: takesRecords(child, key, catalog) }];
  });
}

/** Each table is met once, so that the ways stay as few as the tables. */
function waysFrom(
  start: Hop,
  byParent: Map<string, Hop[]>,
  reached: Set<string>,
  isPart: (hop: Hop) => boolean,
): TableName[][] {
  const met = new Set([start.parent, nameOf(start.child)]);
  const ways: TableName[][] = [];
  const open = [{ at: start.child, way: [tableName(start.child)], onlyParts: isPart(start) }];
  for (const { at, way, onlyParts } of open) {
    const next = (byParent.get(nameOf(at)) ?? []).filter(({ child }) => !met.has(nameOf(child)));
    for (const hop of next) {
      met.add(nameOf(hop.child));
      open.push({ at: hop.child, way: [...way, tableName(hop.child)], onlyParts: onlyParts && isPart(hop) });
    }
    if (next.length === 0 && !onlyParts && (way.length > 1 || start.takesRecords)) ways.push(way);
  }
  for (const name of met) reached.add(name);
  return ways;
}

/** It only ties rows of other tables together, and has nothing of its own to lose. */
function isLink(table: Table): boolean {
  const tied = new Set([...table.foreignKeys.flatMap(({ columns }) => columns), ...(table.primaryKey?.columns ?? [])]);
  const others = table.columns.filter(({ name }) => !tied.has(name));
  return table.foreignKeys.length > 1 && others.every(({ type }) => /^(timestamp|date)/.test(type));
}

function tableName({ schema, name }: TableName): TableName {
  return { schema, name };
}

function nameOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
