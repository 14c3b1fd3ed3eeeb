import { sql } from "kysely";
import type { Gauge } from "./gauge";

/** How many of the connections that the server accepts are taken. */
export const connections: Gauge = {
  name: "connectionShare",
  reads: () => sql`
    select
      count(*)::float8 / greatest(1, most.connections) as value,
      concat(count(*), ' of ', most.connections) as about
    from pg_catalog.pg_stat_activity as a
    cross join (
      select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer as connections
    ) as most
    where a.backend_type = 'client backend'
    group by most.connections`,
  says: ({ about }) => `${about} connections of the server are in use.`,
};
