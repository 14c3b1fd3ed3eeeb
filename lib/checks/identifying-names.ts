import { provesUnique } from "@/lib/catalog/equivalents";
import { sameWord, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { baseType, nameOf } from "./column-targets";
import type { KeyTarget } from "./target";

/** Below this share of values of their own, a column names a kind of thing and not one thing. */
const leastDistinct = 0.95;
/** Fewer rows tell nothing. */
const leastRows = 5;

const things = /\b(imei|microchip|serial( no| nr| number)?)$/;
const names = /\b(slug|sku|barcode|isbn|ean|iban|username)$/;
const numbered = /^(.+) (no|nr|num|number|code)$/;
const papers = /^(tickets?|documents?|vouchers?|dockets?)$/;
const documents =
  /\b(invoices?|orders?|tickets?|quotes?|quotations?|receipts?|contracts?|polic(y|ies)|bills?|vouchers?|notes?|cases?|claims?)$/;
const called = /^(name|title|label|description)$/;

// Rows that speak of what another table holds, or of what was.
const others =
  /\b(lines?|items?|details?|entr(y|ies)|logs?|events?|histor(y|ies)|archived?|versions?|revisions?|snapshots?|staging|import(s|ed)?|raw|tmp|temp|backup|old|translations?)$/;
/** Within one of these a value may rightly be used again. */
const circles =
  /\b(tenants?|organi[sz]ations?|orgs?|workspaces?|compan(y|ies)|accounts?|shops?|stores?|merchants?|clinics?|business(es)?|projects?|sites?|clubs?|schools?|communit(y|ies))$/;
const editions =
  /^(tenant( id)?|organi[sz]ation id|org id|workspace id|locale|lang|language|version|revision|year|fiscal year)$/;

/** Columns that by their names tell one row of the table from every other, unless the statistics deny it. */
export function identifyingNames(catalog: Catalog): KeyTarget[] {
  return catalog.tables.filter(holdsThings).flatMap((table) =>
    table.columns
      .filter((column) => identifies(column, table, catalog) && !isReference(column, table, catalog))
      .filter(
        (column) => provesUnique(table, [column.name]) || (isUndecided(column, table) && isNearlyUnique(column, table)),
      )
      .map(({ name }) => ({ kind: "key" as const, table: nameOf(table), columns: [name], inferred: true as const })),
  );
}

function holdsThings(table: Table): boolean {
  return (
    !table.inherited &&
    !others.test(spoken(table.name)) &&
    !table.columns.some(({ name }) => editions.test(spoken(name))) &&
    table.primaryKey?.columns.length === 1
  );
}

function identifies(column: Column, table: Table, catalog: Catalog): boolean {
  if (column.nullable || column.default !== null || column.generated || column.identity) return false;
  if (!["text", "character varying", "citext", "character", "integer", "bigint"].includes(baseType(column)))
    return false;
  const name = spoken(column.name);
  if (things.test(name)) return true;
  if (isInCircle(table)) return false;
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

/** Below a parent of its own table, a page may be called as one below another is. */
function isInCircle({ schema, name, foreignKeys }: Table): boolean {
  return foreignKeys.some(
    ({ parent }) => circles.test(spoken(parent.name)) || (parent.schema === schema && parent.name === name),
  );
}

function isReference({ name }: Column, { schema, name: own, foreignKeys }: Table, { undeclared }: Catalog): boolean {
  const inferred = undeclared.filter(({ table }) => table.schema === schema && table.name === own);
  return [...foreignKeys, ...inferred].some(({ columns }) => columns.includes(name));
}

/** No key and no unique index, of whatever rows or expression, says anything about it. */
function isUndecided({ name }: Column, { primaryKey, indexes }: Table): boolean {
  return (
    primaryKey?.columns.includes(name) !== true &&
    !indexes.some(({ unique, columns }) => unique && (columns.includes(name) || columns.includes(null)))
  );
}

/** A few rows of a small table are a large share of it. Where nothing was analysed, the rows themselves must tell. */
function isNearlyUnique({ distinct }: Column, { rowEstimate }: Table): boolean {
  if (distinct === undefined || rowEstimate === null) return true;
  if (rowEstimate < leastRows) return false;
  return distinct >= leastDistinct || (distinct >= 0.8 && (1 - distinct) * rowEstimate < 3);
}

function spoken(name: string): string {
  return wordsOf(name).join(" ");
}
