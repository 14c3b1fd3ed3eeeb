import { type Kysely, sql } from "kysely";
import type { RunStatus } from "@/lib/runs/types";
import { executing, statesBefore, underWay } from "./run-states";

/** Somebody else executes this run by now; whoever finds that out writes nothing more of it. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

interface Move {
  /** Who asks is the executor of this epoch. */
  epoch?: number;
  /** Only from these, where not from every state that allows it. */
  from?: readonly RunStatus[];
  error?: string | null;
}

/** Moves a run along one of its edges, and gives whether it was where such an edge begins. */
export async function moveRun(
  db: Kysely<unknown>,
  runId: string,
  to: RunStatus,
  { epoch, from = statesBefore(to), error = null }: Move = {},
): Promise<boolean> {
  const mine = epoch === undefined ? sql`` : sql` and epoch = ${epoch}::bigint`;
  const { numAffectedRows } = await sql`
    update plumbline.runs
    set
      status = ${to},
      error = ${error},
      throttle = case when ${to === "paused"} then throttle end,
      lease_until = case when ${executing.includes(to)} then lease_until end,
      attempts = case when ${to === "queued" || to === "paused"} then 0 else attempts end,
      finished_at = case when ${!underWay.includes(to)} then clock_timestamp() end
    where id = ${runId} and status = any(${[...from]}::text[])${mine}
  `.execute(db);
  return numAffectedRows === 1n;
}

/** The same for the executor, who may write nothing where it is not possible. */
export async function moveOwnRun(
  db: Kysely<unknown>,
  { id, epoch }: { id: string; epoch: number },
  to: RunStatus,
  error: string | null = null,
): Promise<void> {
  if (!(await moveRun(db, id, to, { epoch, from: executing, error }))) throw new LeaseLost();
}
