import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";

/** The plan that a run executed. */
export async function planOfRun(db: Kysely<unknown>, runId: string): Promise<string> {
  const { rows } = await sql<{ planId: string }>`
    select plan_id as "planId" from plumbline.runs where id = ${runId}
  `.execute(db);
  if (rows[0]) return rows[0].planId;
  throw new AppError("not_found", "There is no such run.");
}
