import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { CheckConstraint } from "./types";

type CheckRow = Omit<CheckConstraint, "expression" | "unenforced"> & {
  oid: string;
  definition: string | null;
  unenforced: boolean;
};

/**
 * CHECK constraints. Printing one would wait for whoever has the table locked, so only those are printed that rows may
 * break, and that can be at this moment.
 */
export async function readCheckConstraints(db: Kysely<unknown>): Promise<(CheckConstraint & { oid: string })[]> {
  const { rows } = await sql<CheckRow>`
    select
      t.oid::text,
      k.conname as name,
      array(
        select a.attname::text
        from unnest(k.conkey) with ordinality as part (attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
        order by part.place
      ) as columns,
      case when not k.convalidated and not exists (
        select from pg_catalog.pg_locks l where l.relation = k.conrelid and l.mode = 'AccessExclusiveLock'
      ) then pg_get_constraintdef(k.oid) end as definition,
      k.convalidated as validated,
      not coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) as unenforced
    from (${businessTables}) as t
    join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype = 'c'
    order by t.oid, k.conname
  `.execute(db);
  return rows.map(({ definition, unenforced, ...row }) => ({
    ...row,
    expression: definition === null ? null : conditionOf(definition),
    ...(unenforced && { unenforced }),
  }));
}

/** `quantity > 0` of `CHECK ((quantity > 0)) NOT VALID`. */
function conditionOf(definition: string): string {
  return definition.replace(/^CHECK \(/, "").replace(/\)( NO INHERIT)?( NOT VALID| NOT ENFORCED)*$/, "");
}
