import { sql } from "kysely";
import { duration } from "./duration";
import type { Gauge } from "./gauge";

/** Replicas that do not keep up with what is written. */
export const replicaLag: Gauge = {
  name: "replicaLagSeconds",
  reads: () => sql`
    select extract(epoch from replay_lag)::float8 as value, nullif(application_name, '') as about
    from pg_catalog.pg_stat_replication
    where replay_lag is not null
    order by replay_lag desc
    limit 1`,
  says: ({ value, about }) => `The replica${about ? ` ${about}` : ""} is ${duration(value)} behind.`,
};
