import { sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Expectation } from "@/lib/checks/define";
import type { Engine } from "@/lib/db";
import { measure } from "@/lib/scan/measure";
import { isWaiting } from "@/lib/scan/waits";
import { findingId } from "./finding-id";
import { promisedAfter } from "./promised-after";
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
  const known = new Map<string, Expectation>(promisedAfter(related).map((promise) => [idOf(promise), promise]));
  for (const finding of related) known.set(finding.id, finding);
  const waiting = [...known].filter(([, expectation]) => isWaiting(expectation, catalog)).map(([one]) => one);
  for (const one of waiting) known.delete(one);
  const measurements = await measure(engine, catalog, [...known.values()]);
  await storeMeasurements(engine.db, measurements, null);
  await sql`delete from plumbline.findings where id = any (${waiting}::text[])`.execute(engine.db);
  const [finding] = await readFindings(engine.db, sql`f.id = ${id}`);
  return finding ? summarise(finding) : null;
}

function idOf({ check, target }: Expectation): string {
  return findingId(check, target);
}
