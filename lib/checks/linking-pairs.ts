import { plainType } from "@/lib/catalog/comparable";
import { wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import type { KeyTarget } from "./target";

// In these the same two may rightly meet again.
const events =
  /\b(events?|logs?|histor(y|ies)|views?|visits?|clicks?|logins?|messages?|attempts?|impressions?|runs?|archive|staging|import)\b/;

/** The two columns of tables that hold nothing but which row of one table belongs to which of another, and have no key. */
export function linkingPairs(catalog: Catalog): KeyTarget[] {
  return catalog.tables.flatMap((table) => {
    const columns = table.columns.filter(({ type }) => !/^(timestamp|date)/.test(plainType(type)));
    const [one, other, third] = columns.map(({ name }) => name);
    if (one === undefined || other === undefined || third !== undefined || isDecided(table)) return [];
    const named = referencesOf(table, catalog);
    if (!named.has(one) || !named.has(other) || events.test(wordsOf(table.name).join(" "))) return [];
    return [{ kind: "key", table: nameOf(table), columns: [one, other], inferred: true }];
  });
}

/** Somebody has said what may not occur twice, and it is not just this pair. */
function isDecided({ inherited, primaryKey, indexes }: Table): boolean {
  const keys = [...(primaryKey ? [primaryKey] : []), ...indexes.filter(({ unique }) => unique)];
  return inherited === true || keys.some(({ columns }) => columns.length !== 2);
}

function referencesOf({ schema, name, foreignKeys }: Table, { undeclared }: Catalog): Set<string> {
  const others = undeclared.filter(({ table }) => table.schema === schema && table.name === name);
  return new Set(
    [...foreignKeys, ...others].filter(({ columns }) => columns.length === 1).flatMap((key) => key.columns),
  );
}
