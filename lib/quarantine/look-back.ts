import { type Kysely, type RawBuilder, sql } from "kysely";
import type { IdRange } from "./id-range";
import { fits, type ImageFilter } from "./image-filter";

/** As many images as one statement looks at, however few of them fit. */
const windowRows = 20_000;

interface Place {
  filter: ImageFilter;
  range: IdRange;
  /** Only what is older than this image. */
  before: string | null;
}

interface Look<Row> {
  rows: Row[];
  /** Go on before this image; null where nothing older is left. */
  next: string | null;
}

/** Looks at the images before a place, newest first, but never at more than a window of them. */
export async function lookBack<Row extends { id: string }>(
  db: Kysely<unknown>,
  columns: RawBuilder<Row>,
  { filter, range, before }: Place,
  limit: number,
): Promise<Look<Row>> {
  const { newest, oldest } = range;
  const scope = sql.join(
    [
      filter.run ? sql`q.run_id = ${filter.run}` : sql`true`,
      before === null ? sql`true` : sql`q.id < ${before}::bigint`,
      newest === null ? sql`true` : sql`q.id <= ${newest}::bigint`,
      oldest === null ? sql`true` : sql`q.id >= ${oldest}::bigint`,
    ],
    sql` and `,
  );
  const { rows: windows } = await sql<{ floor: string | null; looked: number }>`
    select min(w.id)::text as floor, count(*)::integer as looked
    from (select q.id from plumbline.quarantine as q where ${scope} order by q.id desc limit ${windowRows}) as w
  `.execute(db);
  const { floor, looked } = windows[0] ?? { floor: null, looked: 0 };
  if (floor === null) return { rows: [], next: null };
  const { rows } = await sql<Row>`
    select ${columns}
    from plumbline.quarantine as q
    join plumbline.runs as r on r.id = q.run_id
    join plumbline.plans as p on p.id = r.plan_id
    where ${scope} and q.id >= ${floor}::bigint and ${fits(filter)}
    order by q.id desc
    limit ${limit + 1}
  `.execute(db);
  const found = rows.slice(0, limit);
  if (rows.length > limit) return { rows: found, next: found.at(-1)?.id ?? null };
  return { rows: found, next: looked < windowRows ? null : floor };
}
