import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Context } from "@/lib/auth/context";
import { findingId } from "@/lib/findings/finding-id";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import type { PlaybookStep } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import type { RepairCode } from "@/lib/repairs/codes";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { listPlaybooks } from "./list-playbooks";
import { verifyPlaybook } from "./verify-playbook";

describe("an operator who follows the playbooks", () => {
  let demo: TestDatabase;
  let ctx: Context;
  beforeAll(async () => {
    demo = await createDemoDatabase();
    const operator = {
      id: "2a1f1f0e-58a5-4d0c-9a7c-0d8c3a1d7c11",
      email: "operator@plumbline.test",
      role: "operator",
    } as const;
    ctx = { operator, engine: demo, requestId: "test" };
    await scan();
  });
  afterAll(() => demo.drop());

  async function scan() {
    const begun = await beginScan(demo.db, system);
    await runScan(demo, begun.scan.id, system);
  }

  async function repair({ check, target }: PlaybookStep, code: RepairCode) {
    const offer = (await offerRepairs(ctx, { check, target })).find((one) => one.repair === code);
    const input: Record<string, unknown> = {};
    for (const field of offer?.fields ?? []) {
      if (field.kind !== "choices") continue;
      input[field.name] = Object.fromEntries(
        field.rows.map((row) => [JSON.stringify(row.key), row.candidates[0]?.value ?? ""]),
      );
    }
    const { planId } = await createPlan(ctx, { findingId: findingId(check, target), repair: code, input });
    const plan = await getPlan(ctx, planId);
    const { runId } = await startRun(ctx, {
      planId,
      hash: plan.hash,
      reason: "as the playbook says",
      phrase: plan.confirmation.phrase ?? undefined,
    });
    return vi.waitFor(
      async () => {
        const run = await getRun(ctx, runId);
        expect(run.status).not.toBe("running");
        return run;
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  const isFailing = async ({ check, target }: PlaybookStep) => {
    const { rows } = await sql`
      select from plumbline.findings where id = ${findingId(check, target)} and status = 'failing'`.execute(demo.db);
    return rows.length > 0;
  };

  it.each(playbooks.map((playbook) => [playbook.slug, playbook] as const))(
    "brings %s to healthy",
    async (slug, playbook) => {
      for (const step of playbook.steps) {
        const [recommended] = step.repairs;
        if (!recommended || !(await isFailing(step))) continue;
        const run = await repair(step, recommended);
        expect(run, step.id).toMatchObject({ status: "succeeded", error: null, verification: { passed: true } });
      }
      await scan();
      const view = (await listPlaybooks(ctx)).find((one) => one.slug === slug);
      expect(view?.steps.filter(({ state }) => state !== "done")).toEqual([]);
      expect(view?.status).toBe("healthy");
      const verified = await verifyPlaybook(ctx, slug);
      expect(verified.filter(({ status }) => status !== "passed").map(({ id }) => id)).toEqual([]);
    },
    60_000,
  );
});
