import { sql } from "kysely";
import type { Gauge } from "./gauge";

/** How fast the server writes its log, by all who write to it: replicas, archives and backups have to follow. */
export const walRate: Gauge = {
  name: "walMegabytesPerSecond",
  isCounter: true,
  reads: () => sql`
    select (pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') / 1000000)::float8 as value, null::text as about
    where not pg_is_in_recovery()`,
  says: ({ value }) => `The server writes ${Math.round(value)} MB of write-ahead log a second.`,
};
