import { type RawBuilder, sql } from "kysely";
import { columnSql, rowImage } from "@/lib/db";
import type { SkipCase } from "@/lib/repairs/first-of";
import { childObstacles } from "./child-obstacles";
import type { ObstacleContext, Obstacles } from "./undo-context";
import type { UndoPart } from "./undo-part";
import { valueObstacles } from "./value-obstacles";

/** Every way in which one row cannot be brought to what it was, in the order in which it is told. */
export function obstacles(context: ObstacleContext): Obstacles {
  const { part } = context;
  if (part.change === "delete") {
    const isThere = { when: sql`${firstKey(part)} is not null`, reason: "A row with its key is there again." };
    return { cases: [isThere, ...valueObstacles(context)], joins: [] };
  }
  if (part.change === "update") return { cases: [...changedSince(part), ...valueObstacles(context)], joins: [] };
  const children = childObstacles(context);
  return { cases: [...changedSince(part), ...children.cases], joins: children.joins };
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
