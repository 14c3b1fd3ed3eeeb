import { type RawBuilder, type SqlBool, sql } from "kysely";
import { parentTable } from "@/lib/catalog/equivalents";
import type { Catalog, Table, TableName, UndeclaredReference } from "@/lib/catalog/types";
import { canonicalText } from "@/lib/checks/canonical-text";
import type { ColumnTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { refersTo } from "./child-rows";
import type { SkipCase } from "./first-of";
import { nameOf } from "./wording";

export interface SpelledReferences {
  /** Rows whose value is what a reference goes by. */
  skips: SkipCase[];
  /** Where the change goes on by itself. */
  effects: string[];
  /** A table that refers to the value and cannot be read. */
  unseen: TableName | undefined;
}

/** What refers to the column by its very spelling, and what the column refers to by it. */
export function spelledReferences(catalog: Catalog, table: Table, target: ColumnTarget): SpelledReferences {
  const { column } = target;
  const inward = catalog.referencing(table).filter(({ foreignKey }) => foreignKey.parentColumns.includes(column));
  const following = inward.filter(({ foreignKey }) => foreignKey.onUpdate === "cascade");
  const holding = inward.filter(({ foreignKey }) => foreignKey.onUpdate !== "cascade");
  const undeclared = catalog.undeclared.filter(
    ({ parent, parentColumns }) => isSame(parent, table) && parentColumns.includes(column),
  );
  const held = [
    ...holding.map(({ table: child, foreignKey }) => ({ child, isReferred: refersTo(foreignKey, "own") })),
    ...undeclared.map((reference) => ({ child: reference.table, isReferred: refersTo(reference, "own") })),
  ];
  return {
    unseen: holding.find(({ table: child }) => !child.readable)?.table,
    effects: following.map(
      ({ table: child, foreignKey }) =>
        `Rows of ${nameOf(child)} that refer to such a value get the new one with it (ON UPDATE CASCADE of ${foreignKey.name}); their undo is this row's.`,
    ),
    skips: [
      ...held.map(({ child, isReferred }) => ({
        when: sql`exists (select from ${tableSql(child)} as own where ${isReferred})`,
        reason: `Rows of ${nameOf(child)} refer to it by this very spelling.`,
      })),
      ...outward(catalog, table, target),
    ],
  };
}

/** A foreign key asks for the new value at once; a reference that nobody declared must not be lost. */
function outward(catalog: Catalog, table: Table, target: ColumnTarget): SkipCase[] {
  const { column } = target;
  const undeclared = catalog.undeclared.filter((one) => isSame(one.table, table) && one.columns.includes(column));
  const declared = table.foreignKeys.filter(({ columns }) => columns.includes(column));
  return [...declared, ...undeclared].map((reference) => {
    const canonical = parentWith(reference, column, canonicalText(target, "t", catalog));
    const asItIs = parentWith(reference, column, columnSql("t", column));
    const named = reference.columns.map((name) => sql`${columnSql("t", name)} is not null`);
    const matters = "onUpdate" in reference ? sql.join(named, sql` and `) : asItIs;
    const parent = parentTable(catalog, reference.parent) ?? reference.parent;
    return {
      when: sql`${matters} and not ${canonical}`,
      reason: `It names a row of ${nameOf(parent)}, and none there is spelt as it would be then.`,
    };
  });
}

function parentWith(
  { columns, parent, parentColumns }: Pick<UndeclaredReference, "columns" | "parent" | "parentColumns">,
  column: string,
  value: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const pairs = columns.map((name, at) => {
    const own = columnSql("p", parentColumns[at] ?? "");
    return name === column ? sql`${own}::text = ${value}::text` : sql`${own} = ${columnSql("t", name)}`;
  });
  return sql<SqlBool>`exists (select from ${tableSql(parent)} as p where ${sql.join(pairs, sql` and `)})`;
}

function isSame(left: TableName, right: TableName): boolean {
  return left.schema === right.schema && left.name === right.name;
}
