import { expect, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Context } from "@/lib/auth/context";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { Engine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { createPlan } from "@/lib/plans/create-plan";
import { createUndoPlan } from "@/lib/plans/create-undo-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import type { RepairCode } from "@/lib/repairs/codes";
import type { RepairField } from "@/lib/repairs/fields";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import type { Run } from "@/lib/runs/types";
import { workOnRun } from "@/lib/runs/work-on-run";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";

interface Faulty {
  check: CheckCode;
  target: Target;
}

/** For tests: what an operator does on the screens, by the same verbs. */
export function operatorOf(engine: Engine) {
  const operator = {
    id: "2a1f1f0e-58a5-4d0c-9a7c-0d8c3a1d7c11",
    email: "operator@plumbline.test",
    role: "operator",
  } as const;
  const ctx: Context = { operator, engine, requestId: "test" };

  async function scan(): Promise<void> {
    const begun = await beginScan(engine.db, system);
    await runScan(engine, begun.scan.id, system);
  }

  /** Reviews a plan, confirms it and waits for its run to end. */
  async function apply(planId: string): Promise<Run> {
    const { hash, confirmation } = await getPlan(ctx, planId);
    const phrase = confirmation.phrase ?? undefined;
    const { runId } = await startRun(ctx, { planId, hash, reason: "as the playbook says", phrase });
    void workOnRun(engine, runId);
    return vi.waitFor(
      async () => {
        const run = await getRun(ctx, runId);
        expect(run.isOver).toBe(true);
        return run;
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  async function repair({ check, target }: Faulty, code: RepairCode): Promise<Run> {
    const offer = (await offerRepairs(ctx, { check, target })).find((one) => one.repair === code);
    const input = Object.assign({}, ...(offer?.fields ?? []).map(firstChoices));
    const { planId } = await createPlan(ctx, { findingId: findingId(check, target), repair: code, input });
    return apply(planId);
  }

  async function undo(runId: string): Promise<Run> {
    const { planId } = await createUndoPlan(ctx, { runId });
    return apply(planId);
  }

  return { ctx, scan, repair, undo };
}

/** The first candidate of every ambiguous row; other fields keep their default. */
function firstChoices(field: RepairField): Record<string, unknown> {
  if (field.kind !== "choices") return {};
  const chosen = field.rows.map(({ key, candidates }) => [JSON.stringify(key), candidates[0]?.value ?? ""]);
  return { [field.name]: Object.fromEntries(chosen) };
}
