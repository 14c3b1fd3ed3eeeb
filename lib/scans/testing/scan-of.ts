import { sql } from "kysely";
import { system } from "@/lib/audit/emit";
import type { CheckCode } from "@/lib/checks/codes";
import type { CustomTarget } from "@/lib/checks/target";
import type { Engine } from "@/lib/db";
import { beginScan } from "../begin-scan";
import { runScan } from "../run-scan";
import type { ScanLimits } from "../scan-limits";
import { readScan } from "../scan-row";

/** A scan from its begin to its end, in this process. */
export async function scanOf(engine: Engine, limits: Partial<ScanLimits> = {}) {
  const { scan } = await beginScan(engine.db, system);
  await runScan(engine, scan.id, system, limits);
  return readScan(engine.db, sql`s.id = ${scan.id}`);
}

/** What was found by that check, as "table status count how". */
export async function found(engine: Engine, check: CheckCode): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', table_name, status, count, how) as line
    from plumbline.findings
    where check_code = ${check}
    order by 1
  `.execute(engine.db);
  return rows.map(({ line }) => line);
}

/** A check whose predicate is this SQL, on a table of the schema public. */
export function customTarget(name: string, table: string, predicate: string): CustomTarget {
  return {
    kind: "custom",
    id: name,
    name,
    table: { schema: "public", name: table },
    severity: "warning",
    owner: "tests",
    description: "",
    rule: { form: "predicate", sql: predicate },
  };
}
