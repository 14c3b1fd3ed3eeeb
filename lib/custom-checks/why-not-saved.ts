import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";

/** Why there was nothing to change: the check is gone, or it is no longer the version that was opened. */
export async function whyNotSaved(trx: Kysely<unknown>, id: string | null): Promise<AppError> {
  const { rows } = await sql<{ by: string; at: string }>`
    select
      coalesce(
        (
          select actor from public.error_logs
          where action = 'check.save' and details ->> 'id' = c.id::text
          order by audit_seq desc
          limit 1
        ),
        c.created_by
      ) as by,
      to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD "at" HH24:MI "UTC"') as at
    from plumbline.custom_checks as c
    where c.id = ${id}
  `.execute(trx);
  const [changed] = rows;
  if (!changed) return new AppError("not_found", "There is no such check any more: somebody removed it.");
  return new AppError(
    "conflict",
    `${changed.by} changed this check on ${changed.at}, after you opened it. Nothing was saved. Reload the page to see it as it is now, and then change it.`,
  );
}
