import type { Pool } from "pg";
import type { Ledger } from "./ledger";

export interface KeptRecords {
  /** The ids of answers whose record error_logs has. */
  ids: string[];
  /** How often each of the database's refusals was written down, and one of them in its words. */
  kinds: { type: string; table: string; words: string; count: number }[];
}

/** What error_logs has of saves that failed since then. */
export async function keptRecords(pool: Pool, since: string): Promise<KeptRecords> {
  const rows = `
    from public.error_logs
    where created_at >= $1 and details -> 'request_id' is not null and jsonb_typeof(details -> 'record') = 'object'`;
  const found = await pool.query<{ id: string }>(`select details ->> 'request_id' as id ${rows}`, [since]);
  const kinds = await pool.query<KeptRecords["kinds"][number]>(
    `select error_type as type, table_name as table, min(details -> 'body' ->> 'message') as words, count(*)::integer as count
     ${rows} group by error_type, table_name, details ->> 'sqlstate' order by count desc, table_name`,
    [since],
  );
  return { ids: found.rows.map(({ id }) => id), kinds: kinds.rows };
}

/** What is in the one and not in the other, in sentences. */
export function compareBooks({ failedSaves, timedOut }: Ledger, { ids }: KeptRecords): string[] {
  const kept = new Set(ids);
  const lost = [...failedSaves].filter((id) => !kept.has(id));
  const unheard = ids.filter((id) => !failedSaves.has(id) && !timedOut.has(id));
  return [
    ...(lost.length > 0 ? [`${lost.length} records were answered with an error and are not in error_logs.`] : []),
    ...(unheard.length > 0 ? [`${unheard.length} records are in error_logs, and no caller was told.`] : []),
    ...(kept.size < ids.length ? [`${ids.length - kept.size} records are in error_logs more than once.`] : []),
  ];
}
