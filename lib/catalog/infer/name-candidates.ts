import { areComparable } from "../comparable";
import type { Catalog, Column, Table, TableName } from "../types";
import { breather } from "./breather";
import { circleCandidates } from "./circle-candidates";
import { compositeCandidates } from "./composite-candidates";
import { indexKeys, type Lookup } from "./key-index";
import { isKeyType, mayBeText, typeOf } from "./key-type";
import { parentKeys } from "./keys";
import { isUserTable, type NameEvidence, nameEvidence } from "./name-evidence";
import type { NamedKey } from "./named-key";
import type { PolymorphicPair } from "./polymorphic";
import type { NameCandidate } from "./types";

/** A column that fits more parents than this is named after none of them. */
const mostParents = 4;
/** Below this, columns whose types do not compare are no reference. */
const surestName = 0.95;
/** In another schema somebody else may have given the same name to something else. */
const otherSchema = 0.9;

/** Every candidate of the catalogue but for what is of many tables, single columns before composite keys. */
export async function nameCandidates(
  catalog: Catalog,
  polymorphic: readonly PolymorphicPair[],
  signal?: AbortSignal,
): Promise<NameCandidate[]> {
  const { tables, accounts } = catalog;
  const keys = parentKeys(accounts ? [...tables, accounts] : tables);
  const ofMany = Map.groupBy(polymorphic, ({ table }) => nameKey(table));
  const breathe = breather(signal);
  // One more than too many of a kind; the accounts may be one of them and not count.
  const lookUp = indexKeys(tables, keys, mostParents + 2);
  const singles: NameCandidate[] = [];
  for (const child of tables) {
    await breathe();
    for (const column of freeColumns(child, ofMany.get(nameKey(child)) ?? []))
      singles.push(...bestOf(column, lookUp(column, child), accounts ?? null));
  }
  const compositeOf = compositeCandidates(tables, keys, singles, mostParents);
  const circleOf = circleCandidates(tables, keys, singles, mostParents);
  const composite: NameCandidate[] = [];
  for (const child of tables) {
    await breathe();
    composite.push(...compositeOf(child), ...circleOf(child));
  }
  return [...singles, ...composite];
}

function bestOf(column: Column, { name: columnName, child: of, keys, ownName }: Lookup, accounts: Table | null) {
  const { child } = of;
  const isOwnKey = isAlone(column, child);
  const named = withoutNeedlessAccounts(column, keys, accounts).flatMap((parent) => {
    const unlike = !areComparable(typeOf(column), typeOf(parent.key));
    if (parent.key === column || (unlike && !mayBeText(column, parent.key))) return [];
    const name = nameEvidence(columnName, of, parent);
    if (!name || (isOwnKey && !isExtension(name, parent, child))) return [];
    // customers (customer_id) is the customer's own, whatever tables of customers there are elsewhere.
    if (parent.table !== child && name.strength <= ownName) return [];
    // Numbers of another schema may occur here as text by chance, uuids do not.
    const isChance = !isNear(parent, child) && ![column, parent.key].some((one) => typeOf(one) === "uuid");
    return unlike && (name.strength < surestName || isChance) ? [] : [{ parent, name, unlike }];
  });
  const alike = named.filter(({ unlike }) => !unlike);
  const found = alike.length > 0 ? alike : named;
  const near = Math.max(0, ...found.filter(({ parent }) => isNear(parent, child)).map(({ name }) => name.strength));
  const best = Math.max(0, ...found.map(({ name }) => name.strength));
  if (found.filter(({ name }) => name.strength === best).length > mostParents) return [];
  return found
    .filter(({ parent, name }) => isNear(parent, child) || name.strength > near)
    .map(({ parent, name, unlike }) => ({
      child,
      columns: [column],
      parent: parent.table,
      parentColumns: [parent.key],
      isPrimary: parent.isPrimary,
      ...(unlike && { unlike: true as const }),
      ...(parent.table === accounts && { outside: true as const }),
      name: isNear(parent, child) ? name : { ...name, strength: name.strength * otherSchema },
    }))
    .toSorted(
      (left, right) => right.name.strength - left.name.strength || Number(right.isPrimary) - Number(left.isPrimary),
    )
    .slice(0, mostParents);
}

function nameKey({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}

// Where the business keeps users of its own, its rows name those and not the accounts by which they sign in.
function withoutNeedlessAccounts(column: Column, keys: NamedKey[], accounts: Table | null): NamedKey[] {
  const hasUsers = keys.some(
    ({ table, words, key }) => table !== accounts && isUserTable(words) && areComparable(typeOf(column), typeOf(key)),
  );
  return hasUsers ? keys.filter(({ table }) => table !== accounts) : keys;
}

function isNear({ table }: NamedKey, { schema }: Table): boolean {
  return table.schema === schema;
}

/** Columns of which nobody has said yet what they name. */
function freeColumns(table: Table, polymorphic: readonly PolymorphicPair[]): Column[] {
  const taken = new Set([
    ...table.foreignKeys.flatMap(({ columns }) => columns),
    ...polymorphic.map(({ idColumn }) => idColumn),
  ]);
  return table.columns.filter((column) => !taken.has(column.name) && !column.generated && isKeyType(column));
}

function isAlone(column: Column, { primaryKey }: Table): boolean {
  return primaryKey?.columns.length === 1 && primaryKey.columns[0] === column.name;
}

// user_details (user_id) extends users; its own id names nothing.
function isExtension({ after, strength }: NameEvidence, { table }: NamedKey, child: Table): boolean {
  return table !== child && (after === "table and key" || after === "key") && strength >= 0.95;
}
