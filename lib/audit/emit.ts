import { type Kysely, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import { type AuditAction, eventType } from "./actions";

/** Who did it. The product itself acts as `system`. */
export interface Actor {
  id: string | null;
  email: string;
}

export const system: Actor = { id: null, email: "plumbline" };

export interface AuditEvent {
  action: AuditAction;
  actor: Actor;
  /** A sentence for people. */
  message: string;
  /** `error_logs.error_type`; the action's own name where absent. */
  type?: string;
  severity?: "info" | "warning" | "error";
  table?: TableName;
  recordKey?: Record<string, string>;
  runId?: string;
  details?: Record<string, unknown>;
}

/** Appends one event to the audit history, in the caller's transaction: when it cannot be written, the change fails too. */
export async function emit(db: Kysely<unknown>, event: AuditEvent): Promise<void> {
  await sql`
    insert into public.error_logs
      (error_type, error_message, severity, details, schema_name, table_name, record_key, action, actor, actor_id, run_id, created_at)
    values (
      ${event.type ?? eventType(event.action)},
      ${event.message},
      ${event.severity ?? "info"},
      ${JSON.stringify(event.details ?? {})}::jsonb,
      ${event.table?.schema ?? null},
      ${event.table?.name ?? null},
      ${event.recordKey ? JSON.stringify(event.recordKey) : null}::jsonb,
      ${event.action},
      ${event.actor.email},
      ${event.actor.id}::uuid,
      ${event.runId ?? null}::uuid,
      clock_timestamp()
    )
  `.execute(db);
}
