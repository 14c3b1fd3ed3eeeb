import { type Kysely, sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { findingId } from "@/lib/findings/finding-id";
import { requirePlaybook } from "@/lib/playbook-views/require-playbook";
import { inSnapshot } from "@/lib/runner/snapshot";
import { type DoneRun, inEffect } from "./in-effect";
import { readChange } from "./read-change";
import type { SqlExport } from "./types";
import { writeFiles } from "./write-files";

/** Every run that is in effect, those of one playbook or all, as one ordered set of migrations. */
export async function exportRuns(ctx: Context, slug: string | null): Promise<SqlExport> {
  requireRole(ctx, "viewer");
  const playbook = slug === null ? undefined : requirePlaybook(slug);
  const findings = playbook?.steps.map(({ check, target }) => findingId(check, target));
  return inSnapshot(ctx.engine.db, async (trx) => {
    const plans = await plansInEffect(trx, findings);
    if (plans.length === 0) {
      const whose = playbook ? `of "${playbook.title}"` : "yet";
      throw new AppError("refused", `No run ${whose} is in effect, so there is nothing to export. Run a repair first.`);
    }
    const changes = [];
    for (const plan of plans) changes.push(await readChange(trx, plan));
    return writeFiles(playbook?.slug ?? "all repairs", changes);
  });
}

/** Plans whose run succeeded and holds, in the order of their runs. */
async function plansInEffect(db: Kysely<unknown>, findings: string[] | undefined): Promise<string[]> {
  const { rows } = await sql<DoneRun & { planId: string; findingId: string | null }>`
    select r.id, r.undo_of as "undoOf", p.id as "planId", p.finding_id as "findingId"
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.status = 'succeeded'
    order by r.started_at, r.id
  `.execute(db);
  const wanted = ({ findingId: id }: (typeof rows)[number]) => !findings || (id !== null && findings.includes(id));
  return inEffect(rows)
    .filter(wanted)
    .map(({ planId }) => planId);
}
