import { type Kysely, sql } from "kysely";
import { tableSql } from "@/lib/db";
import type { SampleRow } from "@/lib/plans/types";
import { firstOf } from "@/lib/repairs/first-of";
import { readInParts } from "../read-in-parts";
import { joined, sameKey, withJoins } from "../row-sql";
import type { WorkItem } from "../work-list";
import { imagesOf } from "./images-of";
import type { ObstacleContext } from "./undo-context";
import { obstacles } from "./undo-obstacles";

type Image = Record<string, string | null>;
const sampleSize = { change: 8, skip: 2 };

/** Every row of a part, in parts: taken back, or skipped with its reason. */
export function readUndoItems(db: Kysely<unknown>, context: ObstacleContext): AsyncIterable<WorkItem[]> {
  const { part } = context;
  const { cases, joins } = obstacles(context);
  return readInParts(
    db,
    sql<WorkItem>`${withJoins(joins)}
    select
      found.key::text as key, case when found.reason is null then 'change' else 'skip' end as outcome, found.reason,
      found.digest, found.choice::text as choice
    from (
      select
        q.id,
        q.key,
        ${firstOf(cases)} as reason,
        md5(coalesce(q.before, q.after)::text) as digest,
        jsonb_build_object('quarantine', q.id) as choice
      from plumbline.quarantine as q
      left join ${tableSql(part.table)} as t on ${sameKey(part.table, part.key, "t", sql`q.key`)}${joined(joins)}
      where ${imagesOf(part)}
      offset 0
    ) as found
    order by found.id`,
  );
}

/** Some rows of a part, as they are and as they were. */
export async function readUndoSample(db: Kysely<unknown>, items: readonly WorkItem[]): Promise<SampleRow[]> {
  const take = (outcome: "change" | "skip") =>
    items.filter((item) => item.outcome === outcome).slice(0, sampleSize[outcome]);
  const chosen = [...take("change"), ...take("skip")];
  const ids = chosen.map(({ choice }) => (JSON.parse(choice ?? "{}") as { quarantine: number }).quarantine);
  const { rows } = await sql<{ id: string; before: Image | null; after: Image | null }>`
    select q.id, q.before, q.after from plumbline.quarantine as q where q.id = any (${ids}::bigint[])
  `.execute(db);
  const images = new Map(rows.map((row) => [Number(row.id), row]));
  return chosen.map(({ key, outcome, reason }, at) => {
    const image = images.get(ids[at] as number);
    // What the run left is what is there now, unless the row is skipped.
    const [now, then] = [image?.after ?? null, image?.before ?? null];
    return { key: JSON.parse(key), outcome, reason, before: now, after: outcome === "change" ? then : now };
  });
}
