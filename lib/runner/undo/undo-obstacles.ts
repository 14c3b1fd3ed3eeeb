import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, ForeignKey, Table, TableName } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import { columnSql, rowImage, tableSql, textLiteral } from "@/lib/db";
import type { SkipCase } from "@/lib/repairs/first-of";
import { allEqual, fromImage } from "@/lib/repairs/row-values";
import { listed, nameOf } from "@/lib/repairs/wording";
import { sameKey } from "../row-sql";
import type { UndoPart } from "./undo-part";

/** A reference that no foreign key declares but the repaired finding knows. */
export type KnownReference = Pick<ReferenceTarget, "table" | "columns" | "parent" | "parentColumns">;

/** What the preview must foresee, because earlier parts of the same undo will have done it when a later part runs. */
export interface Foreseen {
  /** Keys of rows that an earlier part sets back, so that they no longer refer to what a later part removes. */
  setBack: { table: TableName; keys: string[] }[];
}

export interface ObstacleContext {
  catalog: Catalog;
  part: UndoPart;
  /** The run that is undone changed nothing of the rows that refer to what it made; its plan lists them. */
  adoptedBy: { planId: string; table: Table; key: string[] } | null;
  references: KnownReference[];
  /** Null when the undo runs: then nothing has to be foreseen. */
  foreseen: Foreseen | null;
}

const before = sql`q.before`;

/** Every way in which one row cannot be brought to what it was, in the order in which it is told. `q` is its image, `t` the row now. */
export function obstacles(context: ObstacleContext): SkipCase[] {
  switch (context.part.change) {
    case "delete":
      return [
        { when: sql`${firstKey(context.part)} is not null`, reason: "A row with its key is there again." },
        ...valueObstacles(context),
      ];
    case "update":
      return [...changedSince(context.part), ...valueObstacles(context)];
    case "insert":
      return [...changedSince(context.part), ...childObstacles(context)];
  }
}

function firstKey({ key }: UndoPart): RawBuilder<unknown> {
  return columnSql("t", key[0] as string);
}

function changedSince(part: UndoPart): SkipCase[] {
  return [
    { when: sql`${firstKey(part)} is null`, reason: "It is gone." },
    { when: sql`not q.after @> ${rowImage("t", part.columns)}`, reason: "It was changed after the run." },
  ];
}

/** Columns that get a value back. */
function written({ change, columns, changed }: UndoPart): string[] {
  return change === "update" ? changed : columns;
}

function valueObstacles({ catalog, part, foreseen }: ObstacleContext): SkipCase[] {
  const { table } = part;
  const columns = written(part);
  const touches = (names: readonly (string | null)[]) => names.some((name) => name !== null && columns.includes(name));
  const required = columns.filter((name) => columnOf(table, name)?.nullable === false);
  const keys = [...table.uniqueKeys.map((key) => key.columns)].filter(touches);
  const foreignKeys = table.foreignKeys.filter((key) => key.triggersEnabled && touches(key.columns));
  return [
    ...(catalog.serverVersion >= 160_000 ? [invalidValue(table, columns)] : []),
    ...required.map((name) => ({
      when: sql`q.before ->> ${textLiteral(name)} is null`,
      reason: `${name} may not be NULL any more.`,
    })),
    ...keys.map((key) => ({ when: isTaken(part, key), reason: `Another row has its ${listed(key)} by now.` })),
    ...foreignKeys.map((key) => ({
      when: parentIsGone(catalog, part, key, foreseen),
      reason: `It names a row of ${nameOf(key.parent)} that is gone, and the foreign key ${key.name} forbids that now.`,
    })),
  ];
}

// The type may have changed since; a text that it cannot read would end the whole undo.
function invalidValue(table: Table, columns: string[]): SkipCase {
  const valid = columns.map(
    (name) =>
      sql`pg_input_is_valid(q.before ->> ${textLiteral(name)}, ${textLiteral(columnOf(table, name)?.type ?? "")})`,
  );
  return {
    when: sql`(${sql.join(valid, sql` and `)}) is false`,
    reason: "A value of it is none of its column's type any more.",
  };
}

function isTaken({ table, key, change }: UndoPart, columns: string[]): RawBuilder<unknown> {
  const same = allEqual(columns.map((name) => [columnSql("u", name), fromImage(table, name, before)]));
  const other = change === "update" ? sql` and not (${sameKey(table, key, "u", sql`q.key`)})` : sql``;
  return sql`exists (select from ${tableSql(table)} as u where ${same}${other})`;
}

function parentIsGone(
  catalog: Catalog,
  { table, runId }: UndoPart,
  key: ForeignKey,
  foreseen: Foreseen | null,
): RawBuilder<unknown> {
  const values = key.columns.map((name) => fromImage(table, name, before));
  const named = sql.join(
    values.map((value) => sql`${value} is not null`),
    sql` and `,
  );
  const isParent = allEqual(values.map((value, at) => [columnSql("p", key.parentColumns[at] as string), value]));
  const gone = sql`${named} and not exists (select from ${tableSql(key.parent)} as p where ${isParent})`;
  const parent = catalog.find(key.parent);
  // Rows of one table come back together, so a parent among them is there in time.
  const together = nameOf(key.parent) === nameOf(table);
  if (!parent || !(foreseen || together)) return gone;
  const comesBack = allEqual(
    values.map((value, at) => [fromImage(parent, key.parentColumns[at] as string, sql`b.before`), value]),
  );
  return sql`${gone} and not exists (
          select from plumbline.quarantine as b
          where b.run_id = ${runId} and b.change = 'delete'
            and b.schema_name = ${textLiteral(parent.schema)} and b.table_name = ${textLiteral(parent.name)} and ${comesBack}
        )`;
}

function childObstacles({ catalog, part, references, adoptedBy, foreseen }: ObstacleContext): SkipCase[] {
  const declared = catalog.referencing(part.table).map(({ table, foreignKey }) => ({
    when: hasChild(table, foreignKey, foreseen, null),
    reason: `Rows of ${nameOf(table)} refer to it by the foreign key ${foreignKey.name}.`,
  }));
  const known = references.flatMap((reference) => {
    const child = catalog.find(reference.table);
    if (!child || nameOf(reference.parent) !== nameOf(part.table)) return [];
    const when = hasChild(child, reference, foreseen, adoptedBy);
    return [{ when, reason: `Rows of ${nameOf(child)} that came since refer to it.` }];
  });
  return [...declared, ...known];
}

function hasChild(
  child: Table,
  { columns, parentColumns }: Pick<KnownReference, "columns" | "parentColumns">,
  foreseen: Foreseen | null,
  adoptedBy: ObstacleContext["adoptedBy"],
): RawBuilder<unknown> {
  const refers = allEqual(
    columns.map((name, at) => [columnSql("c", name), columnSql("t", parentColumns[at] as string)]),
  );
  const adopted = adoptedBy
    ? sql` and not exists (
          select from plumbline.run_items as a
          where a.plan_id = ${adoptedBy.planId} and a.result = 'changed' and ${sameKey(adoptedBy.table, adoptedBy.key, "c", sql`a.key`)}
        )`
    : sql``;
  const setBack = foreseen?.setBack.find(({ table }) => nameOf(table) === nameOf(child));
  const leaves = setBack
    ? sql` and not (${rowImage("c", Object.keys(JSON.parse(setBack.keys[0] ?? "{}")))} = any (${setBack.keys}::jsonb[]))`
    : sql``;
  return sql`exists (select from ${tableSql(child)} as c where ${refers}${adopted}${leaves})`;
}
