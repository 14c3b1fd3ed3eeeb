import { provesUnique } from "@/lib/catalog/equivalents";
import { sameWord, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { type Circle, circleOf } from "./circles";
import { baseType, nameOf } from "./column-targets";
import { spoken } from "./spoken";
import type { KeyTarget } from "./target";
import { undeclaredOf } from "./undeclared-of";

/** Below this share of values of their own, a column names a kind of thing and not one thing. */
const leastDistinct = 0.95;
/** Fewer rows tell nothing. */
const leastRows = 5;

const things =
  /\b(imei|microchip|isbn|serial( no| nr| number)?)$|^((session|invite|invitation|confirmation|reset( password)?|share|verification) )?token$|^(api )?key hash$/;
// Who has none leaves these out.
const mayLack = /\b(imei|microchip|isbn|username)$/;
const names = /\b(slug|sku|barcode|ean|iban|username)$/;
const numbered = /^(.+) (no|nr|num|number|code)$/;
const papers = /^(tickets?|documents?|vouchers?|dockets?)$/;
const documents =
  /\b(invoices?|orders?|tickets?|quotes?|quotations?|receipts?|contracts?|polic(y|ies)|bills?|vouchers?|notes?|cases?|claims?)$/;
const called = /^(name|title|label|description)$/;

// Rows that speak of what another table holds, or of what was.
const others =
  /\b(lines?|items?|details?|entr(y|ies)|logs?|events?|histor(y|ies)|archived?|versions?|revisions?|snapshots?|staging|import(s|ed)?|raw|tmp|temp|backup|old|translations?)$/;
const editions = /^(locale|lang|language|version|revision|year|fiscal year)$/;
/** To sort the rows of a larger table by two columns costs more than what it may find. */
const mostRowsInCircle = 200_000;

/** Columns that by their names tell one row of the table from every other, or of its tenant, unless the statistics deny it. */
export function identifyingNames(catalog: Catalog): KeyTarget[] {
  return catalog.tables.filter(holdsThings).flatMap((table) => {
    const circle = circleOf(table, catalog);
    return table.columns
      .filter((column) => !isReference(column, table, catalog))
      .flatMap((column) => {
        const columns = keyBy(column, table, circle, catalog);
        const isWanted =
          columns !== null &&
          (provesUnique(table, columns) || (isUndecided(column, table) && isNearlyUnique(column, columns, table)));
        return isWanted ? [{ kind: "key" as const, table: nameOf(table), columns, inferred: true as const }] : [];
      });
  });
}

function holdsThings(table: Table): boolean {
  return !table.inherited && !others.test(spoken(table.name)) && table.primaryKey !== null;
}

/** The column by itself, or together with the one that says within what it counts. */
function keyBy(column: Column, table: Table, circle: Circle, catalog: Catalog): string[] | null {
  if (column.default !== null || column.generated || column.identity) return null;
  if (!["text", "character varying", "citext", "character", "integer", "bigint"].includes(baseType(column)))
    return null;
  const name = spoken(column.name);
  if (column.nullable && !mayLack.test(name)) return null;
  const [own, ...more] = table.primaryKey?.columns ?? [];
  const isWithin = typeof circle === "string" && [own, ...more].includes(circle) && more.length === 1;
  if (more.length > 0 && !isWithin) return null;
  if (things.test(name)) return [column.name];
  if (table.columns.some((one) => editions.test(spoken(one.name)))) return null;
  if (circle === "unclear" || !identifies(name, table, catalog)) return null;
  return circle === null ? [column.name] : [circle, column.name];
}

function identifies(name: string, table: Table, catalog: Catalog): boolean {
  if (names.test(name)) return true;
  if (name === "number") return documents.test(spoken(table.name));
  if (name === "code") return table.columns.some((one) => called.test(spoken(one.name)));
  const [, stem = ""] = numbered.exec(name) ?? [];
  const ofTheTable = stem !== "" && sameWord(stem, wordsOf(table.name).at(-1) ?? "");
  return (
    ofTheTable ||
    (papers.test(stem) && !catalog.tables.some((one) => one !== table && sameWord(spoken(one.name), stem)))
  );
}

function isReference({ name }: Column, table: Table, catalog: Catalog): boolean {
  return [...table.foreignKeys, ...undeclaredOf(catalog, table)].some(({ columns }) => columns.includes(name));
}

/** No key and no unique index, of whatever rows or expression, says anything about it. */
function isUndecided({ name }: Column, { primaryKey, indexes }: Table): boolean {
  return (
    primaryKey?.columns.includes(name) !== true &&
    !indexes.some(({ unique, columns }) => unique && (columns.includes(name) || columns.includes(null)))
  );
}

/** A few rows of a small table are a large share of it. Where nothing was analysed, the rows themselves must tell. */
function isNearlyUnique({ distinct }: Column, columns: string[], { rowEstimate }: Table): boolean {
  if (rowEstimate !== null && rowEstimate < leastRows) return false;
  if (columns.length > 1) return (rowEstimate ?? 0) <= mostRowsInCircle;
  if (distinct === undefined || rowEstimate === null) return true;
  return distinct >= leastDistinct || (distinct >= 0.8 && (1 - distinct) * rowEstimate < 3);
}
