import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import { patiently, until } from "./patience";

/** As long as PostgreSQL may take to see that a client is gone. */
const patienceMs = 5_000;

/** What still stands in the way of others after the runs of a site are over: sentences. */
export async function leftovers(engine: Engine, schema: string): Promise<string[]> {
  const free = await until(async () => ((await locksOf(engine, schema)).length === 0 ? true : null), patienceMs);
  const locks = free ? [] : await patiently(() => locksOf(engine, schema));
  const { rows } = await patiently(() =>
    sql<{ left: string }>`
      select format('the invalid index %s is left', indexrelid::regclass) as left
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as c on c.oid = i.indrelid
      where c.relnamespace = ${schema}::text::regnamespace and not i.indisvalid
      union all
      select format('a run is still %s', status)
      from plumbline.runs
      where schema_name = ${schema} and finished_at is null
    `.execute(engine.db),
  );
  return [...locks, ...rows.map(({ left }) => left)];
}

async function locksOf({ db }: Engine, schema: string): Promise<string[]> {
  const { rows } = await sql<{ lock: string }>`
    select format('%s holds %s on %s', a.application_name, l.mode, c.relname) as lock
    from pg_catalog.pg_locks as l
    join pg_catalog.pg_class as c on c.oid = l.relation
    join pg_catalog.pg_stat_activity as a on a.pid = l.pid
    where c.relnamespace = ${schema}::text::regnamespace and l.pid <> pg_backend_pid()
      and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
  `.execute(db);
  return rows.map(({ lock }) => lock);
}
