import type { Engine } from "@/lib/db";

/** Writes, and has the server say so at once, for which it otherwise takes its time. Before PostgreSQL 15 it cannot be asked to. */
export async function reportedWrite({ pool }: Engine, text: string): Promise<void> {
  await pool.query(`${text};
    do $$ begin
      if current_setting('server_version_num')::integer >= 150000 then perform pg_stat_force_next_flush(); end if;
    end $$`);
}
