import type { SupabaseClient } from "@supabase/supabase-js";
import { sql } from "kysely";
import type { AuditEntryDetail } from "@/lib/audit/types";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { EntryId, type EntryRow, entryColumns, toEntry } from "./entry-row";
import { auditReadFailure } from "./read-failure";

type DetailRow = EntryRow & { details: unknown; prev_hash: string | null; row_hash: string | null };
type Images = Pick<AuditEntryDetail, "before" | "after">;

/** One entry with its details and, where it belongs to a repaired row, what the row was before and after. */
export async function getAuditEntry(ctx: Context, client: SupabaseClient, id: string): Promise<AuditEntryDetail> {
  requireRole(ctx, "viewer");
  const { data, error } = await client
    .from("error_logs")
    .select(`${entryColumns},details,prev_hash,row_hash`)
    .eq("id", EntryId.parse(id))
    .limit(1)
    .overrideTypes<DetailRow[], { merge: false }>();
  if (error) throw auditReadFailure(error);
  const row = data[0];
  if (!row) throw new AppError("not_found", "There is no such entry in the audit history.");
  return {
    ...toEntry(row),
    details: row.details,
    prevHash: row.prev_hash,
    rowHash: row.row_hash,
    ...(await imagesOf(ctx, row)),
  };
}

async function imagesOf(ctx: Context, row: DetailRow): Promise<Images> {
  if (!row.run_id || !row.record_key) return { before: null, after: null };
  const { rows } = await sql<Images>`
    select before, after
    from plumbline.quarantine
    where run_id = ${row.run_id}
      and schema_name = ${row.schema_name}
      and table_name = ${row.table_name}
      and key = ${JSON.stringify(row.record_key)}::jsonb
    order by id
    limit 1
  `.execute(ctx.engine.db);
  return rows[0] ?? { before: null, after: null };
}
