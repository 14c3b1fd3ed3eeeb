import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { baseType, columnTarget } from "./column-targets";
import { plainName } from "./specific-names";
import type { ColumnTarget } from "./target";

const leastTables = 3;
const leastShare = 2 / 3;

// In these the key is commonly that of the sign-in, and made there.
const keyedBySignIn = /(^|_)(profiles?|users?|accounts?|members?)$/;
// And in these it is a code that somebody gave each row.
const listsCodes =
  /(^|_)(status(es)?|types?|kinds?|roles?|levels?|countr(y|ies)|currenc(y|ies)|categor(y|ies)|regions?|settings?|migrations?|versions?)$/;

/**
 * Keys in schemas where most tables let the database make theirs: what one table does not do there was forgotten.
 * Where an application makes its keys itself, no table does it.
 */
export function madeKeys(catalog: Catalog, makesValues: (column: Column) => boolean): ColumnTarget[] {
  const keys = catalog.tables.flatMap((table) => {
    const column = surrogateKey(table, catalog);
    const kind = column && (baseType(column) === "uuid" ? "uuid" : "number");
    return column ? [{ table, column, group: JSON.stringify([table.schema, kind]) }] : [];
  });
  const groups = new Map<string, { all: number; making: number }>();
  for (const { column, group } of keys) {
    const counts = groups.get(group) ?? { all: 0, making: 0 };
    groups.set(group, { all: counts.all + 1, making: counts.making + (makesValues(column) ? 1 : 0) });
  }
  return keys
    .filter(({ table, column, group }) => {
      if (hasIdleSequence(column, table)) return true;
      const { all, making } = groups.get(group) ?? { all: 0, making: 0 };
      return making >= leastTables && making >= all * leastShare;
    })
    .map(({ table, column }) => ({
      ...columnTarget(table, column.name),
      ...(baseType(column) === "uuid" && { default: "uuid" as const }),
    }));
}

/** A primary key that says nothing but which row it is, and is not another table's. */
function surrogateKey(table: Table, catalog: Catalog): Column | undefined {
  const [name, ...others] = table.primaryKey?.columns ?? [];
  const column = name === undefined || others.length > 0 ? undefined : columnOf(table, name);
  if (!column || !["uuid", "integer", "bigint"].includes(baseType(column))) return undefined;
  const made = baseType(column) === "uuid" ? keyedBySignIn : listsCodes;
  if (hasIdleSequence(column, table)) return column;
  if (made.test(plainName(table.name)) || !namesTheRow(column, table)) return undefined;
  const isChild = [...table.foreignKeys, ...catalog.undeclared.filter((one) => isOf(one.table, table))].some(
    ({ columns }) => columns.includes(column.name),
  );
  return isChild ? undefined : column;
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

function isOf(left: Table | ColumnTarget["table"], right: Table): boolean {
  return left.schema === right.schema && left.name === right.name;
}
