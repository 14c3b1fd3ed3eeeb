import type { Catalog, ForeignKey, Table, TableName } from "@/lib/catalog/types";

/** A foreign key by which deleting a row of the parent deletes rows of another table. */
interface Hop {
  parent: string;
  child: Table;
  key: ForeignKey;
  /** The child is a part of its parent: the parent's key is in its own. */
  isPart: boolean;
}

export interface Cascade {
  child: Table;
  key: ForeignKey;
  /** The tables that lose rows on each way of two steps or more that are not all from a whole to its parts. */
  ways: TableName[][];
}

/** The cascades of a database, each by the foreign key that it begins with. */
export function cascadesOf(catalog: Catalog): Cascade[] {
  const hops = catalog.tables.flatMap(hopsTo);
  const children = new Set(hops.map(({ child }) => nameOf(child)));
  const byParent = Map.groupBy(hops, ({ parent }) => parent);
  const reached = new Set<string>();
  const begin = (hop: Hop): Cascade => ({ child: hop.child, key: hop.key, ways: waysFrom(hop, byParent, reached) });
  const fromTops = hops.filter(({ parent }) => !children.has(parent)).map(begin);
  // A ring of cascades has no top; whichever is met first stands for it.
  const fromRings = hops.flatMap((hop) => (reached.has(hop.parent) ? [] : [begin(hop)]));
  return [...fromTops, ...fromRings];
}

function hopsTo(child: Table): Hop[] {
  if (isLink(child)) return [];
  const own = new Set(child.primaryKey?.columns);
  const parents = new Set([nameOf(child)]);
  return child.foreignKeys.flatMap((key): Hop[] => {
    const parent = nameOf(key.parent);
    if (key.onDelete !== "cascade" || key.unenforced || parents.has(parent)) return [];
    parents.add(parent);
    return [{ parent, child, key, isPart: key.columns.every((name) => own.has(name)) }];
  });
}

/** Each table is met once, so that the ways stay as few as the tables. */
function waysFrom(start: Hop, byParent: Map<string, Hop[]>, reached: Set<string>): TableName[][] {
  const met = new Set([start.parent, nameOf(start.child)]);
  const ways: TableName[][] = [];
  const open = [{ at: start.child, way: [tableName(start.child)], onlyParts: start.isPart }];
  for (const { at, way, onlyParts } of open) {
    const next = (byParent.get(nameOf(at)) ?? []).filter(({ child }) => !met.has(nameOf(child)));
    for (const { child, isPart } of next) {
      met.add(nameOf(child));
      open.push({ at: child, way: [...way, tableName(child)], onlyParts: onlyParts && isPart });
    }
    if (next.length === 0 && way.length > 1 && !onlyParts) ways.push(way);
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
