import { sql } from "kysely";
import type { AuditVerification } from "@/lib/audit/types";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";

const limits = { readOnly: true, lockTimeoutMs: 1_000, statementTimeoutMs: 60_000 };

/** Recomputes every hash of the chain in order and reports the first place where it does not hold. */
export async function verifyAudit(ctx: Context): Promise<AuditVerification> {
  requireRole(ctx, "viewer");
  const { rows } = await inTransaction(ctx.engine.db, limits, (trx) =>
    sql<{ checked: string; seq: string | null; what: string | null }>`
      with chain as (
        select
          entry.audit_seq as seq,
          case
            when entry.audit_seq <> coalesce(lag(entry.audit_seq) over ordered, 0) + 1 then 'An entry before it is missing.'
            when entry.prev_hash is distinct from coalesce(lag(entry.row_hash) over ordered, '') then 'It does not follow the entry before it.'
            when entry.row_hash is distinct from plumbline.error_log_hash(entry) then 'It was edited.'
          end as what
        from public.error_logs as entry
        where entry.audit_seq is not null
        window ordered as (order by entry.audit_seq)
      ),
      broken as (
        select seq, what from chain where what is not null order by seq limit 1
      )
      select (select count(*) from chain) as checked, broken.seq, broken.what
      from (select) as one
      left join broken on true
    `.execute(trx),
  );
  const found = rows[0];
  return {
    checked: Number(found?.checked ?? 0),
    brokenAt: found?.seq && found.what ? { seq: Number(found.seq), what: found.what } : null,
    verifiedAt: new Date().toISOString(),
  };
}
