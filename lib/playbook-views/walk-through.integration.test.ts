import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueOf, contentsOf } from "@/lib/exports/testing/state-of";
import { findingId } from "@/lib/findings/finding-id";
import type { PlaybookStep } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { listPlaybooks } from "./list-playbooks";
import { operatorOf } from "./testing/operator";
import { verifyPlaybook } from "./verify-playbook";

describe("an operator who follows the playbooks", () => {
  let demo: TestDatabase;
  let operator: ReturnType<typeof operatorOf>;
  let asFound: Awaited<ReturnType<typeof stateOf>>;
  beforeAll(async () => {
    demo = await createDemoDatabase();
    asFound = await stateOf();
    operator = operatorOf(demo);
    await operator.scan();
  });
  afterAll(() => demo.drop());

  const stateOf = async () => ({ catalogue: await catalogueOf(demo.db), contents: await contentsOf(demo.db) });

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
        const run = await operator.repair(step, recommended);
        expect(run, step.id).toMatchObject({ status: "succeeded", error: null, verification: { passed: true } });
      }
      // Each run measured what it touched; a scan of everything must agree.
      for (const measured of ["by the runs", "by a scan"]) {
        const view = (await listPlaybooks(operator.ctx)).find((one) => one.slug === slug);
        expect(
          view?.steps.filter(({ state }) => state !== "done").map(({ id }) => id),
          measured,
        ).toEqual([]);
        expect(view?.status, measured).toBe("healthy");
        await operator.scan();
      }
      const verified = await verifyPlaybook(operator.ctx, slug);
      expect(verified.filter(({ status }) => status !== "passed").map(({ id }) => id)).toEqual([]);
    },
    60_000,
  );

  it("takes all of it back, run by run, to the last character", async () => {
    // The newest first; foreign keys before that, since they forbid that an orphan comes back.
    const { rows } = await sql<{ id: string }>`
      select r.id from plumbline.runs as r join plumbline.plans as p on p.id = r.plan_id
      where p.repair <> 'validate-constraint'
      order by p.repair = 'add-foreign-key' desc, r.started_at desc`.execute(demo.db);
    expect(rows.length).toBeGreaterThan(20);
    for (const { id } of rows) {
      const undone = await operator.undo(id);
      expect(undone, undone.summary).toMatchObject({ status: "succeeded", error: null, skipped: 0 });
    }
    expect(await stateOf()).toEqual(asFound);
  }, 60_000);
});
