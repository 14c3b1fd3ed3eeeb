import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ProbeStatement } from "@/lib/probes/types";

/** A probe that was written on the page. */
export interface StoredProbe {
  id: string;
  name: string;
  description: string;
  owner: string;
  statements: ProbeStatement[];
  changedAt: string;
}

/** The probes that were written, by name. */
export async function readStoredProbes(
  db: Kysely<unknown>,
  where: RawBuilder<unknown> = sql`true`,
): Promise<StoredProbe[]> {
  const { rows } = await sql<StoredProbe>`
    select p.id, p.name, p.description, p.owner, p.statements, to_jsonb(p.changed_at) #>> '{}' as "changedAt"
    from plumbline.probes as p
    where ${where}
    order by lower(p.name)
  `.execute(db);
  return rows;
}
