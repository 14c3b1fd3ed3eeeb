import { sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { FactQuery } from "./facts";

export interface IndexFacts {
  /** As PostgreSQL itself writes it. */
  definition: string;
  /** ` TABLESPACE …` where it is not in the one that is usual. */
  elsewhere: string;
  comment: string | null;
  /** What it is needed for beside finding rows, each as a sentence; the first is why it stays. */
  needed: string[];
  /** It is being built at this moment. */
  isGrowing: boolean;
}

/** Fact: what must be known of an index before it goes; null where there is none of that name. */
export function indexFacts(table: TableName, index: string): FactQuery {
  return sql`
    select json_build_object(
      'definition', pg_get_indexdef(i.indexrelid),
      'elsewhere', coalesce(' TABLESPACE ' || quote_ident(s.spcname), ''),
      'comment', obj_description(i.indexrelid, 'pg_class'),
      'needed', array_remove(array[
        case when i.indisreplident then
          'is the replica identity: logical replication tells rows apart by it. Choose another one first (ALTER TABLE … REPLICA IDENTITY).' end,
        case when i.indisclustered then
          'is the order in which CLUSTER writes the table. Take that back first (ALTER TABLE … SET WITHOUT CLUSTER).' end,
        case when c.relispartition then
          'is a part of the index ' || parent.oid::regclass || ' and goes with that one only.' end,
        case when c.relkind = 'I' then
          'belongs to a partitioned table, where PostgreSQL cannot drop an index while the tables are in use.' end,
        (
          select 'is what the foreign key ' || quote_ident(k.conname) || ' of ' || k.conrelid::regclass || ' refers to.'
          from pg_catalog.pg_constraint k
          where k.contype = 'f' and k.conindid = i.indexrelid
          order by k.conname
          limit 1
        )
      ], null),
      'isGrowing', exists (
        select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid
      )
    ) as value
    from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_class t on t.oid = i.indrelid
    join pg_catalog.pg_namespace n on n.oid = t.relnamespace
    left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
    left join pg_catalog.pg_inherits h on h.inhrelid = i.indexrelid
    left join pg_catalog.pg_class parent on parent.oid = h.inhparent
    where n.nspname = ${table.schema} and t.relname = ${table.name} and c.relname = ${index}`;
}
