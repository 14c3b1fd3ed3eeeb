import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/lib/audit/emit";
import type { Context } from "@/lib/auth/context";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { getPlaybook } from "./get-playbook";
import { listPlaybooks } from "./list-playbooks";

const viewerOf = (engine: TestDatabase): Context => ({
  operator: { id: "2a1f1f0e-58a5-4d0c-9a7c-0d8c3a1d7c11", email: "viewer@plumbline.test", role: "viewer" },
  engine,
  requestId: "test",
});

async function scan(engine: TestDatabase) {
  const begun = await beginScan(engine.db, system);
  await runScan(engine, begun.scan.id, system);
}

describe("playbooks, as they are shown", () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await createDemoDatabase();
  });
  afterAll(() => demo.drop());

  const statesOf = async (slug: string) => {
    const { steps } = await getPlaybook(viewerOf(demo), slug);
    return Object.fromEntries(steps.map(({ id, state }) => [id, state]));
  };

  it("are not checked before the first scan, never green", async () => {
    const playbooks = await listPlaybooks(viewerOf(demo));
    expect(playbooks.map(({ status }) => status)).toEqual(Array(5).fill("not_checked"));
    expect(new Set(playbooks.flatMap(({ steps }) => steps.map(({ state }) => state)))).toEqual(
      new Set(["not_checked"]),
    );
  });

  it("all fail on the demo as it was found", async () => {
    await scan(demo);
    const playbooks = await listPlaybooks(viewerOf(demo));
    expect(playbooks.map(({ status }) => status)).toEqual(Array(5).fill("failing"));
  });

  it("show which steps are done and which are to do", async () => {
    expect(await statesOf("lead-id-not-null")).toMatchObject({
      "allow-web_sessions": "to_do",
      "allow-voice_sessions": "done",
      "link-web_sessions": "done",
      "link-voice_sessions": "to_do",
      "choose-social_sessions": "to_do",
    });
    expect(await statesOf("conversation-sessions-fk")).toEqual({
      "no-duplicates": "done",
      "unique-conversation": "to_do",
      "foreign-key": "to_do",
      "orphaned-messages": "to_do",
      index: "to_do",
      validate: "to_do",
      "fill-status": "to_do",
    });
  });

  it("say why a repair is refused at this moment", async () => {
    const { steps } = await getPlaybook(viewerOf(demo), "conversation-sessions-fk");
    const refusals = Object.fromEntries(steps.map(({ id, repairs }) => [id, repairs.map(({ refusal }) => refusal)]));
    expect(refusals["unique-conversation"]).toEqual([null]);
    expect(refusals["foreign-key"]).toEqual([expect.stringContaining("is not unique")]);
    expect(refusals["orphaned-messages"]).toEqual([null, null, null]);
    expect(refusals.validate).toEqual([expect.stringContaining("no foreign key")]);
  });

  it("recommend the first repair of a step", async () => {
    const { steps } = await getPlaybook(viewerOf(demo), "conversation-sessions-fk");
    const orphans = steps.find(({ id }) => id === "orphaned-messages");
    expect(orphans?.repairs.map(({ repair, recommended }) => [repair, recommended])).toEqual([
      ["adopt-orphans", true],
      ["delete-orphans", false],
      ["reassign-orphans", false],
    ]);
    expect(orphans?.finding).toMatchObject({ status: "failing", count: 289 });
  });

  it("turn done when what they mend was mended and measured", async () => {
    await sql`alter table lead_purchases alter id set default gen_random_uuid()`.execute(demo.db);
    await sql`update lead_purchases set status = default where status is null`.execute(demo.db);
    await scan(demo);
    const playbook = await getPlaybook(viewerOf(demo), "lead-purchases-default");
    expect([playbook.status, playbook.steps.map(({ state }) => state)]).toEqual(["healthy", ["done", "done"]]);
  });

  it("are absent where their tables are", async () => {
    const bare = await createTestDatabase();
    try {
      const playbooks = await listPlaybooks(viewerOf(bare));
      expect(playbooks.map(({ status }) => status)).toEqual(Array(5).fill("absent"));
      expect(playbooks.flatMap(({ tables }) => tables).some(({ present }) => present)).toBe(false);
      expect(playbooks.flatMap(({ steps }) => steps).every(({ state }) => state === "absent")).toBe(true);
    } finally {
      await bare.drop();
    }
  });

  it("have addresses, and no other address is one", async () => {
    await expect(getPlaybook(viewerOf(demo), "no-such")).rejects.toMatchObject({ code: "not_found" });
  });
});
