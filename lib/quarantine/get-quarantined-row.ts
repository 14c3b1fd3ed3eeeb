import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { recordSlugs } from "@/lib/records/define";
import { recordDefinition } from "@/lib/records/registry";
import type { RunStatus } from "@/lib/runs/types";
import { toQuarantinedRow, type WholeImageRow, wholeImageColumns } from "./image-row";
import type { QuarantinedRowDetail } from "./types";

const ImageId = z.string().regex(/^\d{1,18}$/, "This is not the id of a row in quarantine.");

type DetailRow = WholeImageRow & { status: RunStatus; actor: string; reason: string; undone_by: string | null };

/** One row, whole, as it was and as the run left it. */
export async function getQuarantinedRow(ctx: Context, raw: string): Promise<QuarantinedRowDetail> {
  requireRole(ctx, "viewer");
  const id = ImageId.parse(raw);
  const { rows } = await sql<DetailRow>`
    select ${wholeImageColumns}, r.status, r.actor, r.reason, (
      select u.id from plumbline.runs as u
      where u.undo_of = r.id and u.status = 'succeeded'
      order by u.started_at desc limit 1
    ) as undone_by
    from plumbline.quarantine as q
    join plumbline.runs as r on r.id = q.run_id
    join plumbline.plans as p on p.id = r.plan_id
    where q.id = ${id}::bigint
  `.execute(ctx.engine.db);
  const row = rows[0];
  if (!row) throw new AppError("not_found", "There is no such row in quarantine. It may have been removed.");
  const { status, actor, reason, undone_by: undoneBy, before, after } = row;
  return {
    ...toQuarantinedRow(row),
    before,
    after,
    run: { id: row.run_id, status, actor, reason, undoneBy },
    record: recordOf(row),
  };
}

function recordOf({ schema_name, table_name, key }: DetailRow): QuarantinedRowDetail["record"] {
  const found = recordSlugs
    .map(recordDefinition)
    .find((record) => record.schema === schema_name && record.table === table_name && record.key in key);
  return found ? { group: found.group, slug: found.slug, key: found.key } : null;
}
