import { type Kysely, sql } from "kysely";
import { AppError } from "@/lib/errors";
import { titleOf } from "@/lib/plans/get-plan";
import { counted } from "@/lib/repairs/wording";
import { underWay } from "@/lib/runner/run-states";
import type { RunStatus, RunSummary } from "@/lib/runs/types";
import { hasImages, leavesAt, warningDays } from "./retention-row";
import type { RunImages } from "./types";

interface Row {
  repair: RunSummary["repair"];
  status: RunStatus;
  schema_name: string;
  table_name: string;
  images: string;
  undo: string | null;
  images_purged_at: Date | null;
  images_purged: string | null;
  images_purged_by: string | null;
  leaves_at: Date | null;
  is_soon: boolean | null;
}

/** What quarantine holds of one run, and whether it can be removed at this moment. */
export async function readRunImages(db: Kysely<unknown>, runId: string): Promise<RunImages> {
  const { rows } = await sql<Row>`
    select
      p.repair, r.status, r.schema_name, r.table_name, r.images_purged_at, r.images_purged, r.images_purged_by,
      (select count(*) from plumbline.quarantine as q where q.run_id = r.id) as images,
      (select u.id from plumbline.runs as u where u.undo_of = r.id and u.status = any(${underWay}::text[]) limit 1) as undo,
      due.leaves_at, due.leaves_at < now() + make_interval(days => ${warningDays}) as is_soon
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    left join lateral (
      select ${leavesAt} as leaves_at from plumbline.quarantine_retention as k where ${hasImages}
    ) as due on true
    where r.id = ${runId}
  `.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("not_found", "There is no such run.");
  const images = Number(row.images);
  return {
    runId,
    repairTitle: titleOf(row.repair),
    table: { schema: row.schema_name, name: row.table_name },
    images,
    phrase: `remove ${counted(images, "image").replaceAll(",", "")} of ${row.table_name}`,
    refusal: refusalOf(row, images),
    purged: row.images_purged_at && {
      at: row.images_purged_at.toISOString(),
      images: Number(row.images_purged),
      by: row.images_purged_by ?? "plumbline",
    },
    leaving: row.leaves_at && { at: row.leaves_at.toISOString(), isSoon: row.is_soon ?? false },
  };
}

function refusalOf({ status, undo, images_purged_at }: Row, images: number): string | null {
  if (images_purged_at) return "Its images were removed already.";
  if (images === 0) return "It has no images.";
  if (underWay.includes(status)) return "The run is not over yet.";
  return undo && `Run ${undo} is undoing it at this moment and needs them.`;
}
