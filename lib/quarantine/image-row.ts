import { type RawBuilder, sql } from "kysely";
import { titleOf } from "@/lib/plans/get-plan";
import type { RunSummary } from "@/lib/runs/types";
import type { Image, QuarantinedRow } from "./types";

export interface ImageRow {
  id: string;
  run_id: string;
  repair: RunSummary["repair"];
  schema_name: string;
  table_name: string;
  key: Record<string, string>;
  change: QuarantinedRow["change"];
  changed: string[];
  created_at: Date;
}

export type WholeImageRow = ImageRow & { before: Image | null; after: Image | null };

/** From `plumbline.quarantine as q` with its run, `r`, and plan, `p`. */
export const imageColumns: RawBuilder<ImageRow> = sql`
  q.id::text as id, q.run_id, p.repair, q.schema_name, q.table_name, q.key, q.change, q.created_at,
  array(
    select b.key from jsonb_each(q.before) as b
    where q.change = 'update' and b.value is distinct from q.after -> b.key
  ) as changed`;

export const wholeImageColumns: RawBuilder<WholeImageRow> = sql`${imageColumns}, q.before, q.after`;

export function toQuarantinedRow(row: ImageRow): QuarantinedRow {
  return {
    id: row.id,
    runId: row.run_id,
    repairTitle: titleOf(row.repair),
    schemaName: row.schema_name,
    tableName: row.table_name,
    key: row.key,
    change: row.change,
    changed: row.changed,
    at: row.created_at.toISOString(),
  };
}
