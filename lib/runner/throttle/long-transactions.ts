import { sql } from "kysely";
import { duration } from "./duration";
import type { Gauge } from "./gauge";

/** While a transaction that has read or written is open, no vacuum can remove what is deleted after its beginning. */
export const longTransactions: Gauge = {
  name: "longTransactionSeconds",
  reads: () => sql`
    select
      extract(epoch from clock_timestamp() - xact_start)::float8 as value,
      concat('process ', pid, ' (', concat_ws(', ', nullif(application_name, ''), 'role ' || usename, state), ')') as about
    from pg_catalog.pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and xact_start is not null
      and (backend_xmin is not null or backend_xid is not null) and pid <> pg_backend_pid()
    order by xact_start
    limit 1`,
  says: ({ value, about }) => `A transaction has been open for ${duration(value)}: ${about ?? "a session"}.`,
};
