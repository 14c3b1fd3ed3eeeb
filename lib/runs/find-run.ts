import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";
import type { RunStatus } from "./types";

export interface FoundRun {
  id: string;
  status: RunStatus;
  table: { schema: string; name: string };
}

/** The run, kept from changing until the transaction ends. */
export async function findRun(trx: Kysely<unknown>, runId: string): Promise<FoundRun> {
  const { rows } = await sql<{ status: RunStatus; schema: string; name: string }>`
    select status, schema_name as schema, table_name as name from plumbline.runs where id = ${runId} for no key update
  `.execute(trx);
  const [run] = rows;
  if (!run) throw new AppError("not_found", "There is no such run.");
  return { id: runId, status: run.status, table: { schema: run.schema, name: run.name } };
}
