import { sql } from "kysely";
import type { CheckCode } from "@/lib/checks/codes";
import { checks } from "@/lib/checks/registry";
import type { Engine } from "@/lib/db";
import type { PlantedFault } from "../planted-faults";

/** The faulty rows that the last scan found, by check and table. */
export async function foundFaults(engine: Engine): Promise<PlantedFault[]> {
  const { rows } = await sql<PlantedFault & { check: CheckCode }>`
    select check_code as "check", table_name as "table", count::integer as "count"
    from plumbline.findings
    where status = 'failing'
    order by 1, 2, 3
  `.execute(engine.db);
  return rows.filter(({ check }) => checks[check].form === "row");
}

/** One sentence for each fault that was planted and not found so, or found and not planted. */
export function differences(planted: PlantedFault[], found: PlantedFault[]): string[] {
  const [wanted, seen] = [planted.map(lineOf), found.map(lineOf)];
  return [
    ...wanted.filter((line) => !seen.includes(line)).map((line) => `planted and not found: ${line}`),
    ...seen.filter((line) => !wanted.includes(line)).map((line) => `found and not planted: ${line}`),
  ];
}

function lineOf({ check, table, count }: PlantedFault): string {
  return `${check} ${table} ${count}`;
}
