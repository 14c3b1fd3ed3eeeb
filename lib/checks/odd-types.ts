import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { baseType } from "./column-targets";
import { joinedSchemas } from "./joined-schemas";
import { isGeneral, isMeasureOrMoment, isSpecific, plainName } from "./specific-names";

/** A column whose type is not the one that its name has elsewhere. */
export interface OddColumn {
  table: Table;
  column: Column;
  usual: string;
  /** Tables where it has the usual type. */
  tables: Table[];
}

interface Use {
  table: Table;
  column: Column;
  type: string;
}

const families: Record<string, string> = {
  "character varying": "text",
  character: "text",
  bpchar: "text",
  citext: "text",
};
const namesId = /_(id|uuid|guid)$/;
const plain = new Set(
  "smallint integer bigint numeric real text uuid boolean date json jsonb bytea inet interval"
    .split(" ")
    .concat("double precision", "timestamp with time zone", "timestamp without time zone"),
);

/** What tells two types apart; text by any name and length is text. Enums and arrays are not compared. */
export function comparedAs(column: Column): string | null {
  const type = families[baseType(column)] ?? baseType(column);
  return plain.has(type) ? type : null;
}

/** Columns whose type differs from that of most of their namesakes, in the order of the catalogue. */
export function oddColumns(catalog: Catalog): OddColumn[] {
  const uses = new Map<string, Use[]>();
  const joined = joinedSchemas(catalog);
  for (const table of catalog.tables) {
    for (const column of table.columns) {
      const type = comparedAs(column);
      if (type === null || isGeneral(column.name) || isPolymorphic(column, table)) continue;
      const isId = namesId.test(plainName(column.name));
      const key = JSON.stringify([isId ? joined(table.schema) : table.schema, plainName(column.name)]);
      const found = uses.get(key);
      if (found) found.push({ table, column, type });
      else uses.set(key, [{ table, column, type }]);
    }
  }
  return [...uses.values()].flatMap((namesakes) => oddAmong(namesakes, catalog));
}

function oddAmong(namesakes: Use[], catalog: Catalog): OddColumn[] {
  const byType = new Map<string, Use[]>();
  for (const use of namesakes) {
    const group = byType.get(use.type);
    if (group) group.push(use);
    else byType.set(use.type, [use]);
  }
  if (byType.size < 2 || parentsOf(namesakes).size > 1) return [];
  // A key, and whatever a foreign key ties to it, has the type that the others should have.
  const settled = (use: Use) => isKey(use) || isTied(use, catalog);
  const weight = (group: Use[]) => group.length + (group.some(settled) ? namesakes.length : 0);
  const heavier = (left: Use[], right: Use[]) => weight(right) - weight(left) || rankOf(left) - rankOf(right);
  const [usual, next] = [...byType.values()].toSorted(heavier);
  if (!usual?.[0] || !next) return [];
  const odd = namesakes.filter((use) => use.type !== usual[0]?.type && !settled(use));
  const name = usual[0].column.name;
  const tables = usual.map(({ table }) => table);
  const asOdd = ({ table, column }: Use) => ({ table, column, usual: usual[0]?.type ?? "", tables });
  const clear = isSpecific(name)
    ? weight(usual) > weight(next) || namesId.test(plainName(name))
    : usual.length >= 3 && odd.length * 3 <= usual.length;
  if (clear) return odd.map(asOdd);
  return isMeasureOrMoment(name, usual[0].type) ? odd.filter(({ type }) => type === "text").map(asOdd) : [];
}

// Of as many of each, those kept as text are the odd ones: text takes anything.
function rankOf([use]: Use[]): number {
  return use?.type === "text" ? 1 : 0;
}

/** The type of `x_id` beside `x_type` is that of many tables' keys at once. */
function isPolymorphic(column: Column, table: Table): boolean {
  const [, prefix] = /^(.*)_(?:id|uuid)$/.exec(plainName(column.name)) ?? [];
  return prefix !== undefined && table.columns.some(({ name }) => plainName(name) === `${prefix}_type`);
}

/** Where the foreign keys of the namesakes point to; to several, and the name says different things. */
function parentsOf(namesakes: Use[]): Set<string> {
  const parents = namesakes.flatMap(({ table, column }) =>
    table.foreignKeys
      .filter(({ columns }) => columns.length === 1 && columns[0] === column.name)
      .map(({ parent, parentColumns }) => JSON.stringify([parent.schema, parent.name, parentColumns])),
  );
  return new Set(parents);
}

function isKey({ table: { primaryKey }, column }: Use): boolean {
  return primaryKey?.columns.length === 1 && primaryKey.columns[0] === column.name;
}

function isTied({ table, column, type }: Use, catalog: Catalog): boolean {
  return table.foreignKeys.some(({ columns, parent, parentColumns }) => {
    const at = columns.indexOf(column.name);
    const key = catalog.find(parent)?.columns.find(({ name }) => name === parentColumns[at]);
    return at >= 0 && key !== undefined && comparedAs(key) === type;
  });
}
