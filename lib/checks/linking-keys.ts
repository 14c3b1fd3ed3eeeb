import { plainType } from "@/lib/catalog/comparable";
import { provesUnique } from "@/lib/catalog/equivalents";
import { wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import type { KeyTarget } from "./target";
import { timeSpans } from "./time-spans";
import { undeclaredOf } from "./undeclared-of";

// In these the same two may rightly meet again.
const events =
  /\b(events?|logs?|histor(y|ies)|views?|visits?|clicks?|logins?|messages?|attempts?|impressions?|runs?|archive|staging|import)\b/;

/** What a table without any key is about: the rows that it links, or those and from when it holds of them. */
export function linkingKeys(catalog: Catalog): KeyTarget[] {
  return [...linkingPairs(catalog), ...validities(catalog)];
}

/** All columns of tables that hold nothing but which row of one table belongs to which of another, and have no key. */
function linkingPairs(catalog: Catalog): KeyTarget[] {
  return catalog.tables.flatMap((table) => {
    const columns = table.columns.filter(({ type }) => !/^(timestamp|date)/.test(plainType(type)));
    const names = columns.map(({ name }) => name);
    const named = names.length === 2 ? referencesOf(table, catalog) : withinTenant(table, names, catalog);
    return names.length > 1 && names.every((name) => named.has(name)) ? wanted(table, names) : [];
  });
}

/** Two references and the start of a time, in tables that say no more of which row it is. */
function validities(catalog: Catalog): KeyTarget[] {
  const starts = timeSpans(catalog);
  return catalog.tables.flatMap((table) => {
    const start = starts.filter((span) => span.table.schema === table.schema && span.table.name === table.name);
    const named = [...referencesOf(table, catalog)];
    const [span, another] = start;
    if (!span || another || named.length !== 2) return [];
    const columns = table.columns.filter(({ name }) => named.includes(name) || name === span.columns[0]);
    return columns.some(({ nullable }) => nullable)
      ? []
      : wanted(
          table,
          columns.map(({ name }) => name),
        );
  });
}

/** Unless somebody has said by another key what may not occur twice. */
function wanted(table: Table, columns: string[]): KeyTarget[] {
  const isKeyless = table.primaryKey === null && !table.indexes.some(({ unique }) => unique);
  const isMeant = !table.inherited && !events.test(wordsOf(table.name).join(" "));
  if (!isMeant || !(isKeyless || provesUnique(table, columns))) return [];
  return [{ kind: "key", table: nameOf(table), columns, inferred: true }];
}

function referencesOf(table: Table, catalog: Catalog): Set<string> {
  return new Set(
    [...table.foreignKeys, ...undeclaredOf(catalog, table)]
      .filter(({ columns }) => columns.length === 1)
      .flatMap((key) => key.columns),
  );
}

/** The columns of two references, each with the tenant's, none of which may be left out; nothing where there are not two. */
function withinTenant(table: Table, names: string[], catalog: Catalog): Set<string> {
  const isRequired = table.columns.every(({ name, nullable }) => !nullable || !names.includes(name));
  const composite = [...table.foreignKeys, ...undeclaredOf(catalog, table)].filter(({ columns }) => columns.length > 1);
  const different = new Set(composite.map(({ columns }) => JSON.stringify(columns)));
  return new Set(isRequired && different.size === 2 ? composite.flatMap(({ columns }) => columns) : []);
}
