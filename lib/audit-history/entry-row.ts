import { z } from "zod";
import type { AuditEntry } from "@/lib/audit/types";

/** A row of `public.error_logs` as the API gives it; in lists without `details`. */
export interface EntryRow {
  id: string;
  audit_seq: number | null;
  error_type: string | null;
  error_message: string | null;
  severity: string | null;
  action: string | null;
  actor: string | null;
  run_id: string | null;
  schema_name: string | null;
  table_name: string | null;
  record_key: Record<string, string> | null;
  created_at: string;
}

/** The characters that mean something in a filter of the API are in no id. */
export const EntryId = z.string().regex(/^[^"\\,()]{1,100}$/, "This is not the id of an entry.");

// `id` of a table that was there before may be a bigint; as text it keeps every digit.
export const entryColumns =
  "id::text,audit_seq,error_type,error_message,severity,action,actor,run_id,schema_name,table_name,record_key,created_at";

export function toEntry(row: EntryRow): AuditEntry {
  return {
    id: row.id,
    seq: row.audit_seq,
    errorType: row.error_type ?? "UNNAMED",
    message: row.error_message,
    severity: row.severity,
    action: row.action,
    actor: row.actor,
    runId: row.run_id,
    schemaName: row.schema_name,
    tableName: row.table_name,
    recordKey: row.record_key,
    createdAt: row.created_at,
  };
}
