import { type RawBuilder, type SqlBool, sql } from "kysely";
import { areComparable } from "@/lib/catalog/comparable";
import { columnOf, equivalentForeignKey, parentTable, provesUnique } from "@/lib/catalog/equivalents";
import type { Catalog, Column, ForeignKey } from "@/lib/catalog/types";
import { columnSql, tableSql, textLiteral } from "@/lib/db/sql";
import type { JoinScope } from "./define";
import type { Part } from "./presence";
import type { ReferenceTarget } from "./target";
import { keyLabel, tableLabel } from "./wording";

/** Every reference that a foreign key declares, as a target. */
export function declaredReferences(catalog: Catalog): ReferenceTarget[] {
  return catalog.tables.flatMap((table) =>
    table.foreignKeys.map((key) => ({
      kind: "reference" as const,
      table: { schema: table.schema, name: table.name },
      columns: key.columns,
      parent: key.parent,
      parentColumns: key.parentColumns,
      onDelete: key.onDelete,
      constraint: key.name,
    })),
  );
}

/** Every reference whose rows can be asked for: those that a foreign key declares, and those that are taken for one. */
export function references(catalog: Catalog): ReferenceTarget[] {
  const alike = undeclaredReferences(catalog).filter((target) => !target.inferred || !incomparable(target, catalog));
  return [...declaredReferences(catalog), ...alike];
}

/** Those that are taken for one though their ends do not compare: a uuid that is kept as text. */
export function unlikeReferences(catalog: Catalog): ReferenceTarget[] {
  return undeclaredReferences(catalog).filter((target) => target.inferred && incomparable(target, catalog));
}

function undeclaredReferences(catalog: Catalog): ReferenceTarget[] {
  return catalog.undeclared.map((reference) => ({ kind: "reference", ...reference, onDelete: "no action" }));
}

/** Which columns name which. */
export type ReferenceEnds = Pick<ReferenceTarget, "table" | "columns" | "parent" | "parentColumns">;

/** The foreign key that says what the target says, under whatever name. */
export function foreignKeyOf(target: ReferenceEnds, catalog: Catalog): ForeignKey | undefined {
  const table = catalog.find(target.table);
  return table && equivalentForeignKey(table, target);
}

/** Both ends of the reference. */
export function referenceParts(target: ReferenceEnds): Part[] {
  return [
    [target.table, target.columns],
    [target.parent, target.parentColumns],
  ];
}

/** A foreign key whose triggers are off on either side may be "valid" and broken all the same. */
export function isProof({ validated, triggersEnabled }: Pick<ForeignKey, "validated" | "triggersEnabled">): boolean {
  return validated && triggersEnabled;
}

/** "orders.user_id is uuid and profiles (id) text …" where the two ends do not compare, or not by equality. */
export function incomparable(target: ReferenceEnds, catalog: Catalog): string | null {
  const key = foreignKeyOf(target, catalog);
  if (key?.temporal && !isProof(key))
    return `${key.name} is a temporal foreign key: several rows of ${tableLabel(target.parent)} may cover one row together, which comparing one by one does not see. Validate it, and PostgreSQL checks the rows.`;
  if (key) return null;
  const [child, parent] = [catalog.find(target.table), parentTable(catalog, target.parent)];
  if (!child || !parent) return null;
  for (const [at, name] of target.columns.entries()) {
    const left = comparedType(columnOf(child, name));
    const right = comparedType(columnOf(parent, target.parentColumns[at] ?? ""));
    if (!areComparable(left, right)) {
      return `${tableLabel(child)}.${name} is ${left} and ${tableLabel(parent)}.${target.parentColumns[at]} is ${right}; PostgreSQL does not compare the two. Change the type of one of them first.`;
    }
  }
  return null;
}

/** Joins the parent, whose key is unique, to the rows that name it. */
export function joinParent(target: ReferenceEnds, scope: JoinScope): string {
  const key = JSON.stringify(["parent", target.parent, target.columns, target.parentColumns]);
  return scope.join(key, (as) => sql`left join ${tableSql(target.parent)} as ${sql.id(as)} on ${matches(target, as)}`);
}

/** The row names a parent, and there is none. */
export function parentIsMissing(target: ReferenceTarget, scope: JoinScope, catalog: Catalog): RawBuilder<SqlBool> {
  const named = sql.join(
    target.columns.map((column) => isNamed(column, target, catalog)),
    sql` and `,
  );
  const parent = parentTable(catalog, target.parent);
  if (parent && provesUnique(parent, target.parentColumns)) {
    // A parent that was found has its key; one column tells.
    return sql<SqlBool>`${named} and ${columnSql(joinParent(target, scope), target.parentColumns[0] ?? "")} is null`;
  }
  // Joined, several parents of one row would count it several times; telling them apart first costs more than reading
  // the rows once more.
  scope.askApart(JSON.stringify(["parents", target.parent, target.columns, target.parentColumns]));
  return sql<SqlBool>`${named} and not exists (select from ${tableSql(target.parent)} as p where ${matches(target, "p")})`;
}

/** Where no foreign key forbids it, a column says by its default (0, -1, '') that there is no parent, as others do by NULL. */
function isNamed(name: string, target: ReferenceEnds, catalog: Catalog): RawBuilder<unknown> {
  const table = catalog.find(target.table);
  const standard = (table && columnOf(table, name)?.default) ?? null;
  const [, none] = (standard !== null && noParent.exec(standard)) || [];
  const isGiven = sql`${columnSql("t", name)} is not null`;
  if (none === undefined || foreignKeyOf(target, catalog)) return isGiven;
  return sql`${isGiven} and ${columnSql("t", name)}::text <> ${textLiteral(none)}`;
}

const noParent = /^[('"]*(0|-1|)['")]*(?:::.*)?$/;

/** "profiles (id)" */
export function parentLabel(target: ReferenceEnds): string {
  return keyLabel(target.parent, target.parentColumns);
}

// A domain is compared as what it is made of.
function comparedType(column: Column | undefined): string {
  return column?.domainOf ?? column?.type ?? "";
}

function matches(target: ReferenceEnds, alias: string): RawBuilder<unknown> {
  const pairs = target.columns.map(
    (column, at) => sql`${columnSql(alias, target.parentColumns[at] ?? "")} = ${columnSql("t", column)}`,
  );
  return sql.join(pairs, sql` and `);
}
