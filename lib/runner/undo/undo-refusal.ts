import { type Kysely, sql } from "kysely";
import type { RunStatus } from "@/lib/runs/types";
import { underWay } from "../run-states";
import { purgedSentence } from "./refuse-purged";

interface UndoFacts {
  status: RunStatus;
  form: "rows" | "schema";
  quarantined: boolean;
  reversible: boolean;
  undone_by: string | null;
  undone_wholly: boolean | null;
  purged_at: Date | null;
  final: string | null;
}

/** Why a run cannot be undone; null when its undo can be previewed. */
export async function undoRefusal(db: Kysely<unknown>, runId: string): Promise<string | null> {
  const { rows } = await sql<UndoFacts>`
    select
      r.status,
      r.images_purged_at as purged_at,
      p.steps ->> 'form' as form,
      exists (select from plumbline.quarantine as q where q.run_id = r.id) as quarantined,
      exists (
        select
        from plumbline.run_steps as s
        where s.run_id = r.id and s.status = 'succeeded'
          and jsonb_typeof(p.steps -> 'steps' -> (s.position - 1) -> 'inverse') = 'object'
      ) as reversible,
      (
        select p.steps -> 'steps' -> (s.position - 1) ->> 'final'
        from plumbline.run_steps as s
        where s.run_id = r.id and s.status = 'succeeded' and (p.steps -> 'steps' -> (s.position - 1)) ? 'final'
        limit 1
      ) as final,
      u.id as undone_by,
      u.wholly as undone_wholly
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    left join lateral (
      select undo.id, undo.skipped = 0 and not (up.steps ? 'narrowing') as wholly
      from plumbline.runs as undo
      join plumbline.plans as up on up.id = undo.plan_id
      where undo.undo_of = r.id and undo.status = 'succeeded'
      order by undo.started_at desc
      limit 1
    ) as u on true
    where r.id = ${runId}
  `.execute(db);
  const run = rows[0];
  if (!run) return "There is no such run.";
  if (underWay.includes(run.status)) return "It is not over yet.";
  if (run.undone_by !== null && run.undone_wholly) return `Run ${run.undone_by} undid it already.`;
  if (run.purged_at) return purgedSentence(run.purged_at);
  if (run.final !== null) return run.final;
  if (run.form === "schema") return run.reversible ? null : "None of its steps that were done has a way back.";
  return run.quarantined ? null : "It changed nothing, so there is nothing to undo.";
}
