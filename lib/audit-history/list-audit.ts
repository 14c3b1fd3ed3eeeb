import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { AuditEntry, AuditPage } from "@/lib/audit/types";
import { type Context, requireRole } from "@/lib/auth/context";
import { EntryId, type EntryRow, entryColumns, toEntry } from "./entry-row";
import { auditReadFailure } from "./read-failure";

const instant = z.iso.datetime({ offset: true });
// A table that was there before may keep its times and ids in other types, so both are whatever the table gave.
const Cursor = z.object({
  at: z.string().regex(/^[0-9a-z:+. -]{1,40}$/i),
  seq: z.number().int().positive().nullable(),
  id: EntryId,
});
type Cursor = z.infer<typeof Cursor>;

const ListAuditInput = z.object({
  type: z.string().max(100).nullish(),
  /** "orders" or "public.orders". */
  table: z.string().max(130).nullish(),
  operator: z.string().max(254).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  run: z.uuid().nullish(),
  cursor: z.string().max(300).nullish(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListAuditInput = z.input<typeof ListAuditInput>;

/** The audit history, newest first. Nothing here can be edited or deleted. */
export async function listAudit(ctx: Context, client: SupabaseClient, raw: ListAuditInput): Promise<AuditPage> {
  requireRole(ctx, "viewer");
  const input = ListAuditInput.parse(raw);
  let query = client.from("error_logs").select(entryColumns);
  if (input.type) query = query.eq("error_type", input.type);
  if (input.table) query = inTable(query, input.table);
  if (input.operator) query = query.eq("actor", input.operator);
  if (input.from) query = query.gte("created_at", input.from);
  if (input.to) query = query.lte("created_at", input.to);
  if (input.run) query = query.eq("run_id", input.run);
  if (input.cursor) {
    const cursor = parseCursor(input.cursor);
    // The range lets the index find the place; the condition after it settles ties.
    query = query.lte("created_at", cursor.at).or(olderThan(cursor));
  }
  const { data, error } = await query
    .order("created_at", { ascending: false })
    .order("audit_seq", { ascending: false, nullsFirst: false })
    .order("id", { ascending: false })
    .limit(input.limit + 1)
    .overrideTypes<EntryRow[], { merge: false }>();
  if (error) throw auditReadFailure(error);
  const entries = data.slice(0, input.limit).map(toEntry);
  const last = entries.at(-1);
  const more = data.length > input.limit && last !== undefined;
  return { entries, nextCursor: more ? cursorAt(last) : null };
}

type Filterable<Q> = { eq(column: string, value: string): Q };

function inTable<Q extends Filterable<Q>>(query: Q, label: string): Q {
  const dot = label.indexOf(".");
  if (dot < 1) return query.eq("table_name", label);
  return query.eq("schema_name", label.slice(0, dot)).eq("table_name", label.slice(dot + 1));
}

// Rows of one transaction share their time, so the number decides; rows older than the chain have none and come last.
function olderThan({ at, seq, id }: Cursor): string {
  const tie = seq === null ? `audit_seq.is.null,id.lt."${id}"` : `or(audit_seq.lt.${seq},audit_seq.is.null)`;
  return `created_at.lt."${at}",and(created_at.eq."${at}",${tie})`;
}

function cursorAt({ createdAt, seq, id }: AuditEntry): string {
  return btoa(JSON.stringify({ at: createdAt, seq, id } satisfies Cursor));
}

function parseCursor(cursor: string): Cursor {
  let decoded: unknown = null;
  try {
    decoded = JSON.parse(atob(cursor));
  } catch {
    decoded = null;
  }
  return Cursor.parse(decoded, { error: () => "This is not a cursor of the audit history." });
}
