import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ImageFilter } from "./image-filter";

export interface IdRange {
  oldest: string | null;
  newest: string | null;
}

/** The images that a time can be about, by the runs of that time: images have no index by time, and there are few runs. */
export async function idRange(db: Kysely<unknown>, { from, to }: ImageFilter): Promise<IdRange> {
  if (!from && !to) return { oldest: null, newest: null };
  const { rows } = await sql<IdRange>`
    select
      (${edge(sql`asc`, from ? sql`coalesce(r.finished_at, 'infinity') >= ${from}::timestamptz` : sql`true`)})::text as oldest,
      (${edge(sql`desc`, to ? sql`r.started_at <= ${to}::timestamptz` : sql`true`)})::text as newest
  `.execute(db);
  // Without a run of that time there is no image of it either.
  return { oldest: rows[0]?.oldest ?? "0", newest: rows[0]?.newest ?? "0" };
}

function edge(direction: RawBuilder<unknown>, isOfThatTime: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select q.id
    from plumbline.runs as r
    cross join lateral (
      select q.id from plumbline.quarantine as q
      where q.run_id = r.id
      order by q.batch ${direction}, q.id ${direction}
      limit 1
    ) as q
    where ${isOfThatTime}
    order by q.id ${direction}
    limit 1`;
}
