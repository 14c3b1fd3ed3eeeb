import { type Kysely, sql } from "kysely";
import { businessTables } from "./scope";
import type { CheckConstraint } from "./types";

type CheckRow = Omit<CheckConstraint, "expression"> & { oid: string; definition: string };

/** CHECK constraints. Printed whole: unlike its condition alone, that does not wait for whoever has the table locked. */
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
      pg_get_constraintdef(k.oid) as definition,
      k.convalidated as validated
    from (${businessTables}) as t
    join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype = 'c'
    order by t.oid, k.conname
  `.execute(db);
  return rows.map(({ definition, ...row }) => ({ ...row, expression: conditionOf(definition) }));
}

/** `quantity > 0` of `CHECK ((quantity > 0)) NOT VALID`. */
function conditionOf(definition: string): string {
  return definition.replace(/^CHECK \(/, "").replace(/\)( NO INHERIT)?( NOT VALID| NOT ENFORCED)*$/, "");
}
