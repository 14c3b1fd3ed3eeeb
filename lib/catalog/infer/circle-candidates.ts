import { areComparable } from "../comparable";
import type { Column, Table } from "../types";
import { indexKeys } from "./key-index";
import { typeOf } from "./key-type";
import type { ParentKey } from "./keys";
import { nameEvidence } from "./name-evidence";
import type { NameCandidate } from "./types";
import { genericKeys } from "./vocabulary";
import { wordsOf } from "./words";

/** A name that says less does not say of which table the number is. */
const leastStrength = 0.85;

interface CircleKey {
  key: ParentKey;
  /** The column that numbers the rows: `id`. */
  number: Column;
  /** The others, which say within what it does: `tenant_id`. */
  circle: Column[];
}

/** Gives, for one table after another, the keys such as (tenant_id, id) that it names by its own tenant_id and a task_id. */
export function circleCandidates(
  tables: readonly Table[],
  keys: readonly ParentKey[],
  singles: readonly NameCandidate[],
  most: number,
): (child: Table) => NameCandidate[] {
  const circled = keys.flatMap((key) => circleKey(key) ?? []);
  const numbers = circled.map(({ key, number }) => ({ ...key, columns: [number] }));
  const lookUp = indexKeys(tables, numbers, most);
  const byNumber = new Map(circled.map((one) => [one.number, one]));
  const within = new Set(circled.flatMap(({ circle }) => circle.map(({ name }) => name)));
  const named = Map.groupBy(singles, ({ child }) => child);
  return (child) => {
    if (!child.columns.some(({ name }) => within.has(name))) return [];
    const own = named.get(child) ?? [];
    const taken = new Set(child.foreignKeys.flatMap(({ columns }) => columns));
    const free = child.columns.filter(({ name, generated }) => !taken.has(name) && !within.has(name) && !generated);
    return free.flatMap((column) => {
      const { name, child: of, keys: found, ownName } = lookUp(column, child);
      const parents = found.flatMap((parent) => {
        const evidence = nameEvidence(name, of, parent);
        const circle = byNumber.get(parent.key);
        if (!circle || !evidence || evidence.strength < leastStrength || parent.key === column) return [];
        if (parent.table !== child && evidence.strength <= ownName) return [];
        const isSingle = own.some((one) => one.columns[0] === column && one.parent === parent.table);
        const columns = isSingle ? null : columnsFor(child, column, circle);
        return columns ? [candidate(child, columns, circle.key)] : [];
      });
      return parents.length > most ? [] : parents;
    });
  };
}

function circleKey(key: ParentKey): CircleKey | null {
  const [number, ...more] = key.columns.filter(({ name }) => isGeneric(name));
  const circle = key.columns.filter((column) => column !== number);
  return number && more.length === 0 && circle.length > 0 ? { key, number, circle } : null;
}

/** The columns of the child in the order of the key; null where it has not all of them. */
function columnsFor(child: Table, column: Column, { key, number }: CircleKey): Column[] | null {
  const columns = key.columns.flatMap((one) =>
    one === number ? column : (child.columns.find(({ name }) => name === one.name) ?? []),
  );
  const fits = columns.every((one, at) => {
    const other = key.columns[at];
    return other !== undefined && areComparable(typeOf(one), typeOf(other));
  });
  return columns.length === key.columns.length && fits ? columns : null;
}

function candidate(child: Table, columns: Column[], { table, columns: parentColumns, isPrimary }: ParentKey) {
  const strength = child.schema === table.schema ? 0.9 : 0.8;
  return {
    child,
    columns,
    parent: table,
    parentColumns,
    isPrimary,
    name: { after: "composite key" as const, strength },
  };
}

function isGeneric(name: string): boolean {
  return wordsOf(name).every((word) => genericKeys.includes(word));
}
