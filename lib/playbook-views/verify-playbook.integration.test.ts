import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { findPlaybook } from "@/lib/playbooks/registry";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { operatorOf } from "./testing/operator";
import { verifyPlaybook } from "./verify-playbook";

const as = (engine: TestDatabase, role: Context["operator"]["role"]): Context => ({
  operator: { id: "2a1f1f0e-58a5-4d0c-9a7c-0d8c3a1d7c11", email: `${role}@plumbline.test`, role },
  engine,
  requestId: "test",
});

describe("verifyPlaybook", () => {
  let demo: TestDatabase;
  let bare: TestDatabase;
  beforeAll(async () => {
    demo = await createDemoDatabase();
    bare = await createTestDatabase();
  });
  afterAll(async () => {
    await demo.drop();
    await bare.drop();
  });

  it("runs the document's queries for a viewer and shows what they returned", async () => {
    const [nullable] = await verifyPlaybook(as(demo, "viewer"), "lead-id-not-null");
    expect(nullable).toMatchObject({ status: "failed", error: null });
    expect(nullable?.rows).toContainEqual({
      table_name: "web_sessions",
      column_name: "lead_id",
      is_nullable: "NO",
      data_type: "uuid",
    });
  });

  it("judges every row and shows the first fifty", async () => {
    const views = await verifyPlaybook(as(demo, "viewer"), "sessions-multi-customer");
    const active = views.find(({ id }) => id === "active-not-expired");
    expect(active).toMatchObject({ status: "failed", rowCount: 360 });
    expect(active?.rows).toHaveLength(50);
  });

  it("says of a query that could not run neither that it passed nor that it failed", async () => {
    const [orphans] = await verifyPlaybook(as(bare, "viewer"), "foreign-key-violation");
    expect(orphans).toMatchObject({ status: "error", rows: [], error: "The table is not there any more." });
  });

  it("a run is not proved while a probe of its step is red, though its check passes", async () => {
    await demo.pool.query("alter table web_sessions add constraint known check (lead_id is not null) not valid");
    const operator = operatorOf(demo);
    await operator.scan();
    const step = findPlaybook("lead-id-not-null")?.steps[0];
    if (!step) throw new Error("The playbook has no step.");
    const { verification } = await operator.repair(step, "drop-not-null");
    expect(verification).toMatchObject({
      passed: false,
      after: 0,
      message: expect.stringContaining("The probe “A web session begins without a lead” is red."),
      probes: [{ id: "web-session-without-lead", status: "red", decides: true }],
    });
  });

  it("knows no other playbook", async () => {
    await expect(verifyPlaybook(as(demo, "viewer"), "../x")).rejects.toMatchObject({ code: "not_found" });
  });
});
