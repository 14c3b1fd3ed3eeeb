import { provesUnique } from "@/lib/catalog/equivalents";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table, TableName } from "@/lib/catalog/types";
import { baseType, columnTarget, isText } from "./column-targets";
import { isProof } from "./reference";
import { plainName } from "./specific-names";
import type { ColumnTarget } from "./target";
import { undeclaredOf } from "./undeclared-of";

/** To compare every value with every other costs more than all other checks together. */
const mostRows = 200_000;

// Tokens and paths are made of letters of both cases, so two that differ in case are two.
const random = /token|hash|secret|signature|nonce|digest|password|cursor|short|(^|_)(url|uri|path)($|_)/;

/** Columns whose rows are found by the exact text. */
export function lookedUpText(catalog: Catalog): ColumnTarget[] {
  return catalog.tables.flatMap((table) =>
    table.columns
      .filter((column) => isText(column) && isLookedUp(column, table, catalog))
      .map((column) => ({
        ...columnTarget(table, column.name),
        ...(mayHaveTwins(column, table) && { twins: true as const }),
        ...(column.letters && isInOneCase(column, table) && { letters: column.letters }),
      })),
  );
}

/** The address of whom the row is about; `customer_email` in an order is what somebody typed there. */
export function isEmail(name: string, table: TableName): boolean {
  const [, of] = /^(?:(.+)_)?e_?mail(?:_address)?$/.exec(plainName(name)) ?? [];
  if (of === undefined) return /^e_?mail(_address)?$/.test(plainName(name));
  const whose = wordsOf(of);
  return own.has(of) || sameWords(whose, wordsOf(table.name).slice(-whose.length));
}

const own = new Set(["work", "business", "primary", "main", "contact", "login"]);

/** A key by itself, an address, or what names a row elsewhere; where a foreign key proves that, the parent tells. */
function isLookedUp(column: Column, table: Table, catalog: Catalog): boolean {
  if (isEmail(column.name, table) || provesUnique(table, [column.name])) return true;
  return [...undeclaredOf(catalog, table), ...table.foreignKeys.filter((key) => !isProof(key))].some(({ columns }) =>
    columns.includes(column.name),
  );
}

/** What something is called is written as its owner likes. */
const called = /(^|_)(name|title|label|login|handle|nick)$|username/;

function isInOneCase(column: Column, table: Table): boolean {
  const name = plainName(column.name);
  const isPlainKey = !isEmail(column.name, table) && provesUnique(table, [column.name]);
  return isPlainKey && baseType(column) !== "citext" && !random.test(name) && !called.test(name);
}

function mayHaveTwins(column: Column, table: Table): boolean {
  const isPlainKey = !isEmail(column.name, table) && provesUnique(table, [column.name]);
  // citext lets no two values differ in case alone.
  const canDiffer = baseType(column) !== "citext" && !random.test(plainName(column.name));
  return isPlainKey && canDiffer && (table.rowEstimate ?? 0) <= mostRows;
}
