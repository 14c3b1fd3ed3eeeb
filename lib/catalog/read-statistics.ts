import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { Column } from "./types";

type Statistics = Pick<Column, "distinct" | "common" | "letters">;

/** Of fewer texts, one more or less makes another rule of it. */
const leastTexts = 20;
const nearlyAll = 0.95;

/** What ANALYZE estimated of each column's values: how many differ, and of the few words of a text how often each is there, and in which letters nearly all texts are. */
export async function readStatistics(db: Kysely<unknown>): Promise<(oid: string, column: string) => Statistics> {
  const { rows } = await sql<{
    oid: string;
    name: string;
    distinct: number;
    values: string[] | null;
    shares: number[];
    small: number | null;
    capital: number | null;
  }>`
    select
      t.oid::text,
      a.attname as name,
      case when s.n_distinct < 0 then least(1, -s.n_distinct / nullif(1 - s.null_frac, 0)) else 0 end::float8 as distinct,
      case when (y.typcategory = 'S' or y.oid in (20, 21, 23)) and s.n_distinct between 2 and 20 then s.most_common_vals::text::text[] end as values,
      s.most_common_freqs::float8[] as shares,
      l.small,
      l.capital
    from (${businessTables}) as t
    join pg_catalog.pg_class c on c.oid = t.oid
    join pg_catalog.pg_stats s
      on s.schemaname = t.schema and s.tablename = t.name and s.inherited = (c.relkind = 'p')
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = s.attname
    join pg_catalog.pg_type y on y.oid = a.atttypid
    left join lateral (
      select
        avg((value = lower(value) and value <> upper(value))::int)::float8 as small,
        avg((value = upper(value) and value <> lower(value))::int)::float8 as capital
      from unnest(s.histogram_bounds::text::text[]) as value
      where y.typcategory = 'S' and s.n_distinct < -0.5 and (
        select true
        from pg_catalog.pg_index i
        where i.indrelid = t.oid and i.indisunique and i.indnkeyatts = 1 and i.indkey[0] = a.attnum
        limit 1
      )
      having count(*) >= ${leastTexts}
    ) as l on true
    where s.n_distinct <> 0
  `.execute(db);
  const found = new Map(
    rows.map(({ oid, name, distinct, values, shares, small, capital }): [string, Statistics] => [
      JSON.stringify([oid, name]),
      {
        distinct,
        ...(values && { common: values.map((value, at) => ({ value, share: shares[at] ?? 0 })) }),
        ...((small ?? 0) >= nearlyAll && { letters: "small" as const }),
        ...((capital ?? 0) >= nearlyAll && { letters: "capital" as const }),
      },
    ]),
  );
  return (oid, column) => found.get(JSON.stringify([oid, column])) ?? {};
}
