import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { spoken } from "./spoken";
import type { KeyTarget } from "./target";
import { undeclaredOf } from "./undeclared-of";

// Two belong together in these, or they do not; in loans, orders and visits they may meet again.
const relations =
  /\b(memberships?|registrations?|enrol?lments?|likes?|favou?rites?|follows?|votes?|upvotes?|bookmarks?|wish ?lists?|wish ?list items?|participants?|participations?|attendees?|rsvps?|taggings?)$/;
// The same two may rightly meet once in each of these.
const rounds = /\b(term|semester|year|season|period|round|date|edition|session|cohort|version)\b/;
const called = /^(name|full name|title|email)$/;
const byWhom = /\b(by|from)( id)?$/;
const provider = /^((auth|oauth|identity) )?provider$/;
const atProvider =
  /^(uid|subject|sub|(provider )?(account|subject) id|provider user id|provider (id|uid|key)|provider (account|user) (id|key))$/;

/** What must not occur twice in tables that hold relations under a number of their own: the two ends, or somebody's account elsewhere. */
export function relationKeys(catalog: Catalog): KeyTarget[] {
  return catalog.tables.flatMap((table) => {
    if (table.inherited || table.primaryKey?.columns.length !== 1) return [];
    const columns = accountElsewhere(table) ?? endsOf(table, catalog);
    if (!columns || !isUndecided(table, columns)) return [];
    return [{ kind: "key" as const, table: nameOf(table), columns, inferred: true as const }];
  });
}

function accountElsewhere({ columns }: Table): string[] | null {
  const required = columns.filter(({ nullable }) => !nullable);
  const pair = [provider, atProvider].map((names) => required.filter(({ name }) => names.test(spoken(name))));
  const names = pair.flat().map(({ name }) => name);
  return pair.every(({ length }) => length === 1) ? names : null;
}

function endsOf(table: Table, catalog: Catalog): string[] | null {
  if (table.columns.some(({ name }) => called.test(spoken(name)) || isRound(name, table))) return null;
  const ends = [...table.foreignKeys, ...undeclaredOf(catalog, table)].filter(
    ({ columns }) => columns.length === 1 && isEnd(columns, table),
  );
  const names = [...new Set(ends.flatMap(({ columns }) => columns))];
  const isRelation = relations.test(spoken(table.name));
  if (names.length === 1 && isRelation) {
    const any = anyKind(table);
    return any ? [...any, ...names] : null;
  }
  if (names.length !== 2 || (!isRelation && !isNamedAfterBoth(table, ends))) return null;
  return anyKind(table) ? null : names;
}

function isEnd([name]: string[], table: Table): boolean {
  const column = table.columns.find((one) => one.name === name);
  return column !== undefined && !column.nullable && !byWhom.test(spoken(column.name));
}

/** `likeable_type` and `likeable_id`, which together name a row of one of several tables. */
function anyKind({ columns }: Table): string[] | null {
  const has = (name: string): Column | undefined => columns.find((one) => !one.nullable && spoken(one.name) === name);
  for (const type of columns) {
    const [, stem] = /^(.+) type$/.exec(spoken(type.name)) ?? [];
    const id = stem === undefined || type.nullable ? undefined : has(`${stem} id`);
    if (id) return [type.name, id.name];
  }
  return null;
}

/** `student_courses`, `CourseStudent`: nothing but which belongs to which. */
function isNamedAfterBoth({ name }: Table, ends: { parent: { name: string } }[]): boolean {
  const [one, other] = ends.map(({ parent }) => wordsOf(parent.name));
  const words = wordsOf(name);
  return (
    one !== undefined &&
    other !== undefined &&
    [
      [...one, ...other],
      [...other, ...one],
    ].some((both) => sameWords(both, words))
  );
}

/** What rows were made at says nothing of which relation they are. */
function isRound(name: string, { columns }: Table): boolean {
  const type = columns.find((column) => column.name === name)?.type ?? "";
  return rounds.test(spoken(name)) && !type.startsWith("timestamp");
}

/** Nobody has said by another key what may not occur twice. */
function isUndecided({ uniqueKeys, indexes, primaryKey }: Table, names: string[]): boolean {
  const ofTheRow = primaryKey?.columns[0];
  return (
    (ofTheRow === undefined || !names.includes(ofTheRow)) &&
    !uniqueKeys.some(({ columns }) => columns.some((name) => names.includes(name))) &&
    !indexes.some(({ unique, columns }) => unique && columns.some((name) => name === null || names.includes(name)))
  );
}
