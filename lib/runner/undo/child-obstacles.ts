import { type RawBuilder, sql } from "kysely";
import { equivalentIndex } from "@/lib/catalog/equivalents";
import type { ForeignKey, Table } from "@/lib/catalog/types";
import { columnSql, rowImage, tableSql } from "@/lib/db";
import { refersTo } from "@/lib/repairs/child-rows";
import { allEqual, fromImage, samePairs } from "@/lib/repairs/row-values";
import { nameOf } from "@/lib/repairs/wording";
import { sameKey } from "../row-sql";
import { imagesOf } from "./images-of";
import type { ObstacleContext, Obstacles } from "./undo-context";

interface ChildReference {
  child: Table;
  columns: Pick<ForeignKey, "columns" | "parentColumns" | "temporal">;
  /** Children that may lose the parent again do not count. */
  adoptedBy: ObstacleContext["adoptedBy"];
  reason: string;
}

/** Rows that refer to what the run made: by a foreign key, or as the repaired finding knows without one. */
export function childObstacles(context: ObstacleContext): Obstacles {
  const { catalog, part, references, adoptedBy } = context;
  const declared = catalog.referencing(part.table).map(({ table: child, foreignKey: columns }): ChildReference => {
    const reason = `Rows of ${nameOf(child)} refer to it by the foreign key ${columns.name}.`;
    return { child, columns, adoptedBy: null, reason };
  });
  const known = references.flatMap(({ table, parent, ...columns }): ChildReference[] => {
    const child = catalog.find(table);
    if (!child || nameOf(parent) !== nameOf(part.table)) return [];
    return [{ child, columns, adoptedBy, reason: `Rows of ${nameOf(child)} that came since refer to it.` }];
  });
  const found = [...declared, ...known].map((reference, at) => obstacleOf(context, reference, `children_${at + 1}`));
  return { cases: found.flatMap(({ cases }) => cases), joins: found.flatMap(({ joins }) => joins) };
}

function obstacleOf(context: ObstacleContext, reference: ChildReference, as: string): Obstacles {
  const { child, columns: foreignKey, reason } = reference;
  const { columns, parentColumns } = foreignKey;
  if (!child.readable) {
    const unseen = `Plumbline's database user may not read ${nameOf(child)}, which may refer to it.`;
    return { cases: [{ when: sql`true`, reason: unseen }], joins: [] };
  }
  const counts = countsAsChild(context, reference);
  if (foreignKey.temporal || equivalentIndex(child, columns)) {
    const when = sql`exists (select from ${tableSql(child)} as c where ${refersTo(foreignKey, "c")}${counts})`;
    return { cases: [{ when, reason }], joins: [] };
  }
  // Without an index each look-up would read the whole table: it is read once for all of them instead.
  const named = columns.map((name) => columnSql("c", name));
  const isParent = allEqual(
    named.map((value, at) => [value, fromImage(context.part.table, parentColumns[at] as string, sql`q.after`)]),
  );
  const query = sql`select distinct ${sql.join(named)}
  from ${tableSql(child)} as c
  join plumbline.quarantine as q on ${isParent}
  where ${imagesOf(context.part)}${counts}`;
  const when = sql`${columnSql(as, columns[0] as string)} is not null`;
  return { cases: [{ when, reason }], joins: [{ as, query, on: samePairs(as, columns, "t", parentColumns) }] };
}

function countsAsChild({ foreseen }: ObstacleContext, { child, adoptedBy }: ChildReference): RawBuilder<unknown> {
  const adopted = adoptedBy
    ? sql` and not exists (
      select from plumbline.run_results as a
      where a.plan_id = ${adoptedBy.planId} and a.result = 'changed' and ${sameKey(adoptedBy.table, adoptedBy.key, "c", sql`a.key`)}
    )`
    : sql``;
  const setBack = foreseen?.setBack.find(({ table }) => nameOf(table) === nameOf(child));
  const leaves = setBack
    ? sql` and not (${rowImage("c", Object.keys(JSON.parse(setBack.keys[0] ?? "{}")))} = any (${setBack.keys}::jsonb[]))`
    : sql``;
  return sql`${adopted}${leaves}`;
}
