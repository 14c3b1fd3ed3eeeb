import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { getPlaybook } from "@/lib/playbook-views/get-playbook";
import { nextStep } from "@/lib/playbook-views/next-step";
import { operatorOf } from "@/lib/playbook-views/testing/operator";
import { listUnderWay } from "@/lib/runs/list-under-way";
import { pauseRun } from "@/lib/runs/pause-run";
import { startRun } from "@/lib/runs/start-run";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { playbookCommand } from "./playbook-command";
import { runWords } from "./testing/run-words";

const agreed = ["--yes", "--reason", "as the document says"];

describe("a playbook on the command line", () => {
  let demo: TestDatabase;
  let operator: ReturnType<typeof operatorOf>;
  const directory = mkdtempSync(path.join(tmpdir(), "plumbline-playbook-"));
  beforeAll(async () => {
    demo = await createDemoDatabase();
    operator = operatorOf(demo);
    await operator.scan();
    vi.stubEnv("DATABASE_URL", demo.url);
    vi.stubEnv("PLUMBLINE_DATA_DIR", directory);
    vi.stubEnv("PLUMBLINE_OPERATOR", "operator@plumbline.test");
    await sql`
      insert into plumbline.operators (user_id, email, role)
      values (${operator.ctx.operator.id}, 'operator@plumbline.test', 'operator'), (gen_random_uuid(), 'guest@plumbline.test', 'viewer')
      on conflict (email) do nothing
    `.execute(demo.db);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    rmSync(directory, { recursive: true });
    await demo.drop();
  });

  const run = (...words: string[]) => runWords([playbookCommand()], words);
  const runs = async () => {
    const { rows } = await sql<{ status: string; reason: string }>`
      select status, reason from plumbline.runs order by started_at, id
    `.execute(demo.db);
    return rows;
  };

  test("is only shown where nobody agrees, and a viewer may look", async () => {
    const shown = await run("playbook", "lead-purchases-default", "--show", "--as", "guest@plumbline.test");
    expect(shown).toMatchObject({ code: 1, out: expect.stringContaining("1. to do") });
    expect(await run("playbook", "lead-purchases-default")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Nothing was changed."),
    });
    expect(await run("playbook", "lead-purchases-default", ...agreed, "--as", "guest@plumbline.test")).toMatchObject({
      code: 2,
      err: expect.stringContaining("needs the role operator"),
    });
    expect(await run("playbook", "no-such-playbook")).toMatchObject({ code: 2 });
    expect(await runs()).toEqual([]);
  });

  test("runs its steps in order, stops at the first that fails, and goes on there", async () => {
    await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not on Sundays'; end $$`.execute(
      demo.db,
    );
    await sql`create trigger refuse before update on lead_purchases for each row execute function refuse()`.execute(
      demo.db,
    );
    const slug = "lead-purchases-default";
    const first = await run("playbook", slug, ...agreed);
    expect(first).toMatchObject({ code: 1, out: expect.stringMatching(/Stopped at step 2, .*goes on there\.\n$/) });
    const before = await runs();
    expect(before.at(-1)).toEqual({ status: "failed", reason: "as the document says" });
    expect(before.slice(0, -1).every(({ status }) => status === "succeeded")).toBe(true);

    await sql`drop trigger refuse on lead_purchases`.execute(demo.db);
    const second = await run("playbook", slug, ...agreed);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining("passed: ") });
    const after = (await runs()).slice(before.length);
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ status }) => status === "succeeded")).toBe(true);
    // Nothing ran that was not previewed and printed first.
    expect(`${first.err}${second.err}`.match(/^Steps$/gm)).toHaveLength(before.length + after.length);

    expect(await run("playbook", slug, ...agreed)).toMatchObject({ code: 0 });
    expect(await runs()).toHaveLength(before.length + after.length);
  }, 60_000);

  test("takes up the run of a step that somebody paused, instead of beginning another", async () => {
    const slug = "conversation-sessions-fk";
    const next = nextStep((await getPlaybook(operator.ctx, slug)).steps);
    if (next.kind !== "repair") throw new Error("There is a step to do");
    const { planId } = await createPlan(operator.ctx, { findingId: next.findingId, repair: next.repair });
    const { hash } = await getPlan(operator.ctx, planId);
    const { runId } = await startRun(operator.ctx, { planId, hash, reason: "begun elsewhere" });
    await pauseRun(operator.ctx, { runId });
    const ended = await run("playbook", slug, ...agreed);
    expect(ended.err).toContain(`Run ${runId}, which operator@plumbline.test began, goes on.`);
    expect(ended.code).toBe(0);
    expect(await listUnderWay(operator.ctx)).toEqual([]);
  }, 60_000);
});
