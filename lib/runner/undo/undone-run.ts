import { type Kysely, sql } from "kysely";
import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";
import { AppError } from "@/lib/errors";
import { loadPlan } from "../load-plan";
import type { StoredPlan } from "../stored-plan";
import type { KnownReference, ObstacleContext } from "./undo-context";
import type { UndoPart } from "./undo-part";

/** A run that is to be undone. */
export interface UndoneRun {
  id: string;
  plan: StoredPlan;
  /** The repair that began it all, where this run is itself an undo, or the undo of one. */
  repair: { plan: StoredPlan; target: Target };
  /** Positions of the steps that were done. */
  done: number[];
}

export async function readUndoneRun(db: Kysely<unknown>, runId: string): Promise<UndoneRun> {
  const { rows } = await sql<{ plan_id: string; done: number[] }>`
    select r.plan_id, array(select position from plumbline.run_steps where run_id = r.id and status = 'succeeded' order by position) as done
    from plumbline.runs as r
    where r.id = ${runId}
  `.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("not_found", "There is no such run.");
  const plan = await loadPlan(db, row.plan_id);
  return { id: runId, plan, repair: await beginningOf(db, plan), done: row.done };
}

async function beginningOf(db: Kysely<unknown>, plan: StoredPlan): Promise<UndoneRun["repair"]> {
  const { target, undoOf } = plan;
  if (target.kind !== "run") return { plan, target };
  if (undoOf === null) throw new Error("An undo names the run that it undoes");
  return (await readUndoneRun(db, undoOf)).repair;
}

/** The reference that the repair was about: known though perhaps no foreign key declares it. */
export function knownReferences({ repair: { target } }: UndoneRun): KnownReference[] {
  switch (target.kind) {
    case "reference":
      return [
        { table: target.table, parent: target.parent, columns: target.columns, parentColumns: target.parentColumns },
      ];
    case "link":
      return [
        { table: target.table, parent: target.parent, columns: [target.column], parentColumns: [target.parentKey] },
      ];
    default:
      return [];
  }
}

/** Where the run made parents and left their children as they were, those children may become orphans again. */
export function adoptedBy(
  { repair: { plan } }: UndoneRun,
  parts: readonly UndoPart[],
  catalog: Catalog,
): ObstacleContext["adoptedBy"] {
  const table = catalog.find(plan.table);
  const key = table && identifyingColumns(table);
  if (!table || !key || parts.some(({ change }) => change !== "insert")) return null;
  return { planId: plan.id, table, key };
}
