import { type Kysely, sql } from "kysely";
import type { NamedIndex } from "@/lib/catalog/types";
import { nameOf } from "@/lib/repairs/wording";

/** A session of ours that is at work on an index: of a worker that was killed since, perhaps, of which the server knows nothing. */
interface Attempt {
  pid: number;
  /** It has the lock and has asked for nothing for a while. */
  stands: boolean;
  phase: string | null;
  share: number | null;
}

/** What whoever works on the index holds for as long as its session lasts. */
export function attemptKey({ schema, name }: NamedIndex): string {
  return JSON.stringify(["plumbline index", schema, name]);
}

async function readAttempt(db: Kysely<unknown>, index: NamedIndex): Promise<Attempt | undefined> {
  const { rows } = await sql<Attempt>`
    select
      l.pid, p.phase,
      coalesce(a.state = 'idle' and a.state_change < clock_timestamp() - interval '10 seconds', false) as stands,
      (case when p.blocks_total > 0 then 100 * p.blocks_done / p.blocks_total end)::integer as share
    from pg_catalog.pg_locks as l
    left join pg_catalog.pg_stat_activity as a on a.pid = l.pid
    left join pg_catalog.pg_stat_progress_create_index as p on p.pid = l.pid
    where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
      and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
      and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(${attemptKey(index)}, 0)
  `.execute(db);
  return rows[0];
}

/**
 * Says what an earlier attempt is at. It is let alone: its timeout ends it, and what it builds is what is wanted. A session
 * that has only idled for a while belongs to a process that stands still, and is ended.
 */
export async function formerAttempt(db: Kysely<unknown>, index: NamedIndex): Promise<string> {
  const attempt = await readAttempt(db, index);
  if (attempt?.stands) await sql`select pg_terminate_backend(${attempt.pid})`.execute(db);
  const facts = attempt && [`process ${attempt.pid}`, attempt.phase, attempt.share !== null && `${attempt.share} %`];
  const who = facts ? ` (${facts.filter(Boolean).join(", ")})` : "";
  return `An earlier attempt is still at work on the index ${nameOf(index)} in the server${who}. The run waits for it instead of beginning a second.`;
}
