import { sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Engine } from "@/lib/db";
import { measure } from "@/lib/scan/measure";
import { storeMeasurements } from "./store-measurements";
import { readFindings, summarise } from "./stored-finding";
import type { FindingSummary } from "./types";

/**
 * Measures a finding again, and with it everything else that is known of its table and of the tables it is tied to:
 * what mends one fault settles or uncovers others. Null where there is no such finding any more.
 */
export async function remeasureFinding(engine: Engine, id: string): Promise<FindingSummary | null> {
  const related = await readFindings(
    engine.db,
    sql`exists (
      select 1
      from plumbline.findings as changed
      where changed.id = ${id}
        and (
          (f.schema_name, f.table_name) = (changed.schema_name, changed.table_name)
          or f.target -> 'parent' in (changed.target -> 'table', changed.target -> 'parent')
          or f.target -> 'table' = changed.target -> 'parent'
        )
    )`,
  );
  const catalog = await readCatalog(engine.db);
  const measurements = await measure(engine, catalog, related);
  await storeMeasurements(engine.db, measurements, null);
  const [finding] = await readFindings(engine.db, sql`f.id = ${id}`);
  return finding ? summarise(finding) : null;
}
