import { type Kysely, sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { findingId } from "@/lib/findings/finding-id";
import { requirePlaybook } from "@/lib/playbook-views/require-playbook";
import { inSnapshot } from "@/lib/runner/snapshot";
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

/** Plans whose run succeeded and was not undone, in the order of their runs. */
async function plansInEffect(db: Kysely<unknown>, findings: string[] | undefined): Promise<string[]> {
  const only = findings ? sql` and p.finding_id = any (${findings}::text[])` : sql``;
  const { rows } = await sql<{ id: string }>`
    select p.id
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.status = 'succeeded' and r.undo_of is null${only}
      and not exists (select from plumbline.runs as u where u.undo_of = r.id and u.status = 'succeeded')
    order by r.started_at, r.id
  `.execute(db);
  return rows.map(({ id }) => id);
}
