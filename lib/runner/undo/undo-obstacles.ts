import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { columnSql, rowImage, tableSql } from "@/lib/db";
import type { SkipCase } from "@/lib/repairs/first-of";
import { allEqual } from "@/lib/repairs/row-values";
import { nameOf } from "@/lib/repairs/wording";
import { sameKey } from "../row-sql";
import type { Foreseen, KnownReference, ObstacleContext } from "./undo-context";
import type { UndoPart } from "./undo-part";
import { valueObstacles } from "./value-obstacles";

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
