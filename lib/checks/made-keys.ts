import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { baseType, columnTarget } from "./column-targets";
import { joinedSchemas } from "./joined-schemas";
import { plainName } from "./specific-names";
import type { ColumnTarget } from "./target";
import { undeclaredOf } from "./undeclared-of";

const leastTables = 3;
const leastShare = 2 / 3;

// In these the key is commonly that of the sign-in, and made there.
const keyedBySignIn = /(^|_)(profiles?|users?|accounts?|members?)$/;
// And in these it is a code that somebody gave each row.
const listsCodes =
  /(^|_)(status(es)?|types?|kinds?|roles?|levels?|countr(y|ies)|currenc(y|ies)|categor(y|ies)|regions?|settings?|migrations?|versions?)$/;

interface Counts {
  all: number;
  making: number;
}

/**
 * Keys in schemas where most tables let the database make theirs: what one table does not do there was forgotten.
 * Where an application makes its keys itself, no table does it.
 */
export function madeKeys(catalog: Catalog, makesValues: (column: Column) => boolean): ColumnTarget[] {
  const joined = joinedSchemas(catalog);
  const keys = catalog.tables.flatMap((table) => {
    const column = surrogateKey(table, catalog, makesValues);
    const kind = column && (baseType(column) === "uuid" ? "uuid" : "number");
    if (!column) return [];
    const world = joined(table.schema);
    const groups = [
      [table.schema, kind],
      ["joined", world, kind],
      ["joined", world],
    ].map((one) => JSON.stringify(one));
    return [{ table, column, groups, kind }];
  });
  const groups = new Map<string, Counts>();
  const countsOf = (group: string): Counts => groups.get(group) ?? { all: 0, making: 0 };
  for (const key of keys) {
    for (const group of key.groups) {
      const { all, making } = countsOf(group);
      groups.set(group, { all: all + 1, making: making + (makesValues(key.column) ? 1 : 0) });
    }
  }
  return keys
    .filter(({ table, column, kind, groups: names }) => {
      if (hasIdleSequence(column, table)) return true;
      const [own, alike, joint] = names.map(countsOf);
      if (!own || !alike || !joint) return false;
      if (own.all >= leastTables || kind === "number") return own.making >= leastTables && areMade(own);
      // A schema with few tables is asked together with those that it is joined to; numbers there are often lists.
      return alike.making >= 2 && areMade(alike) && joint.making >= leastTables && areMade(joint);
    })
    .map(({ table, column }) => ({
      ...columnTarget(table, column.name),
      ...(baseType(column) === "uuid" && { default: "uuid" as const }),
      // Without a sequence that was ever made for it, writers may have numbered the rows from the first.
      ...(baseType(column) !== "uuid" &&
        !makesValues(column) &&
        !hasIdleSequence(column, table) && { inferred: true as const }),
    }));
}

function areMade({ all, making }: Counts): boolean {
  return making >= all * leastShare;
}

/** A primary key that says nothing but which row it is, by itself or within what other columns name, and is not another table's. */
function surrogateKey(table: Table, catalog: Catalog, makesValues: (column: Column) => boolean): Column | undefined {
  const references = [...table.foreignKeys, ...undeclaredOf(catalog, table)];
  const named = new Set(references.flatMap(({ columns }) => columns));
  const keys = table.primaryKey?.columns ?? [];
  const [name, ...others] = keys.length === 1 ? keys : keys.filter((key) => !named.has(key));
  const column = name === undefined || others.length > 0 ? undefined : columnOf(table, name);
  if (!column || !["uuid", "integer", "bigint"].includes(baseType(column))) return undefined;
  const made = baseType(column) === "uuid" ? keyedBySignIn : listsCodes;
  if (hasIdleSequence(column, table)) return column;
  // The third task of a tenant is numbered by writers, what has a uuid or a sequence is not.
  const isCounted = baseType(column) !== "uuid" && !makesValues(column);
  if (keys.length > 1 && (isCounted || !/^(id|uuid|guid)$/.test(plainName(column.name)))) return undefined;
  const isMadeElsewhere = made.test(plainName(table.name)) && !makesValues(column);
  if (isMadeElsewhere || !namesTheRow(column, table)) return undefined;
  return named.has(column.name) ? undefined : column;
}

/** A sequence was made for the column, and no default asks it any more. */
function hasIdleSequence({ name }: Column, { sequences = [] }: Table): boolean {
  return (
    sequences.some(({ column }) => column === name) && !sequences.some(({ column, feeds }) => column === name && feeds)
  );
}

/** `id`, `uuid`, or `order_id` in `orders`; a `year` or a `product_id` there comes from elsewhere. */
function namesTheRow({ name }: Column, table: Table): boolean {
  const [, stem] = /^(?:(.*)_)?(?:id|uuid|guid)$/.exec(plainName(name)) ?? [null, null];
  if (stem === null) return false;
  if (stem === undefined) return true;
  const [singular, plural] = [stem.replace(/y$/, ""), plainName(table.name)];
  const at = plural.lastIndexOf(singular);
  return at >= 0 && plural.length - at - singular.length <= 3;
}
