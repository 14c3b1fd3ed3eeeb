import { type Kysely, sql } from "kysely";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import { AppError } from "@/lib/errors";

/** What a finding is about: enough to plan a repair of it, in any process. */
export async function loadFinding(
  db: Kysely<unknown>,
  findingId: string,
): Promise<{ check: CheckCode; target: Target }> {
  const { rows } = await sql<{ check: CheckCode; target: Target }>`
    select check_code as check, target from plumbline.findings where id = ${findingId}
  `.execute(db);
  if (!rows[0]) throw new AppError("not_found", "There is no such finding any more. Scan again.");
  return rows[0];
}
