import { type Kysely, sql } from "kysely";
import type { CustomCheck } from "./types";

type Stored = Omit<CustomCheck, "source" | "fault">;

/** The checks that were written on the page, by name. */
export async function readStoredChecks(db: Kysely<unknown>): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select
      id, name, description, owner, severity, schema_name as "schemaName", table_name as "tableName", form, sql,
      to_jsonb(changed_at) #>> '{}' as "changedAt"
    from plumbline.custom_checks
    order by lower(name)
  `.execute(db);
  return rows;
}
