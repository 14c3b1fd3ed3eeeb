import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { findPlaybook } from "@/lib/playbooks/registry";
import type { ProbeStatement } from "@/lib/probes/types";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { dryRunProbe } from "./dry-run-probe";
import { listProbes } from "./list-probes";
import { probeAfterRun } from "./probe-after-run";
import { probeHistory } from "./probe-history";
import { probeHandlers } from "./probe-jobs";
import { getProbeSchedule, setProbeSchedule } from "./probe-schedule";
import { removeProbe } from "./remove-probe";
import { runProbes } from "./run-probes";
import { type SaveProbeInput, saveProbe } from "./save-probe";

const writer = "plumbline_probe_writer";
const noLead: ProbeStatement = {
  title: "A purchase of no lead is refused",
  sql: "insert into lead_purchases (id, lead_id, agent_id, price) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1)",
  role: writer,
  expected: { kind: "refused", sqlstate: "23503" },
};
const own = (more: Partial<SaveProbeInput> = {}): SaveProbeInput => ({
  name: "Purchases of leads",
  owner: "sales",
  statements: [noLead],
  ...more,
});

describe("probes, as people use them", () => {
  let demo: TestDatabase;
  const admin = () => contextAs("admin", demo);
  const operator = () => contextAs("operator", demo);

  beforeAll(async () => {
    demo = await createDemoDatabase();
    await demo.pool.query(`
      do $$ begin create role ${writer} nologin; exception when duplicate_object or unique_violation then null; end $$;
      grant select, insert, update, delete on lead_purchases, all_leads to ${writer}`);
  });
  afterAll(async () => {
    await demo.pool.query(`drop owned by ${writer}`);
    await demo.drop();
  });

  it("are listed with what each came to last, for viewers too", async () => {
    const viewer = contextAs("viewer", demo);
    const before = await listProbes(viewer);
    expect(before.map(({ last }) => last)).toEqual(before.map(() => null));
    await runProbes(operator(), { probe: "lead-purchases-default" });
    const [purchase] = await listProbes(viewer, "lead-purchases-default");
    expect(purchase).toMatchObject({
      id: "purchase-without-id",
      playbook: { slug: "lead-purchases-default" },
      statements: [{ status: "as_expected" }, {}, { status: "unexpected", sqlstate: "23502" }, {}, {}],
      last: { status: "red", cause: "person", actor: "operator@plumbline.test" },
    });
    await runProbes(operator(), { probe: "purchase-without-id" });
    expect(await probeHistory(viewer, "purchase-without-id")).toMatchObject([{ status: "red" }, { status: "red" }]);
    const { rows } =
      await sql`select error_message as message, severity from error_logs where action = 'probe.run'`.execute(demo.db);
    expect(rows).toEqual(
      Array(2).fill({ message: "The probe “A purchase without an id gets one” was tried: red.", severity: "warning" }),
    );
  });

  it("are not tried by viewers, nor where there is none of that name", async () => {
    await expect(runProbes(contextAs("viewer", demo), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(runProbes(operator(), { probe: "nothing" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("decide over the run of their own step, and only say how it stands after the others", async () => {
    const steps = findPlaybook("conversation-sessions-fk")?.steps ?? [];
    const verdictsAfter = async (id: string, isWhole = true) => {
      const step = steps.find((one) => one.id === id);
      const finding = step ? findingId(step.check, step.target) : "";
      const verdicts = await probeAfterRun(demo, { runId: crypto.randomUUID(), findingId: finding, isWhole });
      return Object.fromEntries(verdicts.map(({ id: probe, status, decides }) => [probe, [status, decides]]));
    };
    expect(await verdictsAfter("unique-conversation")).toEqual({
      "one-session-per-conversation": ["red", true],
      "message-needs-conversation": ["red", false],
      "conversation-takes-its-messages": ["red", false],
    });
    expect(await verdictsAfter("orphaned-messages")).toMatchObject({ "message-needs-conversation": ["red", false] });
    expect(await verdictsAfter("foreign-key")).toMatchObject({ "message-needs-conversation": ["red", true] });
    expect(await verdictsAfter("foreign-key", false)).toMatchObject({ "message-needs-conversation": ["red", false] });
    expect(await probeHistory(operator(), "one-session-per-conversation")).toMatchObject([
      { cause: "repair", actor: "plumbline" },
    ]);
  });

  it("say that they are not checked where their table is not there", async () => {
    await demo.pool.query("alter table web_sessions rename to web_visits");
    const [{ result } = { result: null }] = await runProbes(operator(), { probe: "web-session-without-lead" });
    expect(result).toMatchObject({
      status: "not_checked",
      message: expect.stringContaining("no table public.web_sessions"),
    });
    await demo.pool.query("alter table web_visits rename to web_sessions");
  });

  it("can be written, tried first, changed, and removed, all of it audited", async () => {
    expect(await dryRunProbe(admin(), { statements: [noLead] })).toMatchObject({
      status: "green",
      statements: [{ sqlstate: "23503", actual: expect.stringContaining("foreign key violation") }],
    });
    expect((await listProbes(admin())).filter(({ source }) => source === "page")).toEqual([]);
    const { id } = await saveProbe(admin(), own());
    await expect(saveProbe(admin(), own({ name: "purchases OF leads" }))).rejects.toThrow("already");
    const [{ result } = { result: null }] = await runProbes(operator(), { probe: "Purchases of leads" });
    expect(result).toMatchObject({ status: "green" });
    const version = (await listProbes(admin())).find((one) => one.id === id)?.written?.changedAt;
    await saveProbe(admin(), own({ id, changedAt: version, owner: "stock" }));
    await expect(saveProbe(admin(), own({ id, changedAt: version }))).rejects.toMatchObject({ code: "conflict" });
    await removeProbe(admin(), { id });
    await expect(removeProbe(admin(), { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await probeHistory(admin(), id)).toEqual([]);
    const { rows } = await sql<{ action: string }>`
      select action from error_logs where action in ('probe.save', 'probe.remove') order by audit_seq`.execute(demo.db);
    expect(rows.map(({ action }) => action)).toEqual(["probe.save", "probe.save", "probe.remove"]);
  });

  it("are tried by themselves when an admin has set a schedule, and no more when it is taken off", async () => {
    await expect(setProbeSchedule(operator(), { cron: "0 * * * *" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setProbeSchedule(admin(), { cron: "often" })).rejects.toThrow("no schedule in cron syntax");
    expect(await setProbeSchedule(admin(), { cron: "0 * * * *" })).toMatchObject({ setBy: "admin@plumbline.test" });
    expect((await getProbeSchedule(contextAs("viewer", demo)))?.next).not.toEqual([]);
    await probeHandlers(demo)["scheduled-probes"]();
    expect(await probeHistory(operator(), "lead-of-unknown-user")).toMatchObject([
      { cause: "schedule", status: "red" },
    ]);
    expect(await setProbeSchedule(admin(), { cron: null })).toBe(null);
  });

  it("are written by admins alone", async () => {
    for (const ctx of [contextAs("viewer", demo), operator()]) {
      await expect(saveProbe(ctx, own())).rejects.toMatchObject({ code: "forbidden" });
      await expect(dryRunProbe(ctx, { statements: [noLead] })).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeProbe(ctx, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it.each([
    ["a superuser", "postgres", "may act as a superuser"],
    ["who may run programs of the server", "pg_execute_server_program", "or use its files and programs"],
  ])("never run as %s", async (_who, role, sentence) => {
    await expect(dryRunProbe(admin(), { statements: [{ ...noLead, role }] })).rejects.toThrow(sentence);
  });

  it("do not run as who may replicate: a slot would stay, whatever is rolled back", async () => {
    const name = "plumbline_probe_replicator";
    await demo.pool.query(`
      do $$ begin create role ${name} login replication; exception when duplicate_object or unique_violation then null; end $$;
      alter role ${name} password 'replicator'; grant ${writer} to ${name}`);
    const url = new URL(demo.url);
    url.username = name;
    url.password = "replicator";
    const engine = createEngine(url.href);
    const ctx = { ...admin(), engine };
    const slot: ProbeStatement = {
      title: "A slot",
      sql: "select pg_create_physical_replication_slot('left_behind')",
      role: writer,
      expected: { kind: "refused", sqlstate: "42501" },
    };
    const reset = { ...slot, sql: "select set_config('role', 'none', true)" };
    expect(await dryRunProbe(ctx, { statements: [slot, reset, { ...noLead, role: writer }] })).toMatchObject({
      status: "green",
    });
    await expect(dryRunProbe(ctx, { statements: [{ ...slot, role: null }] })).rejects.toThrow(
      "who may replicate the server",
    );
    await engine.close();
    const { rows } = await demo.pool.query("select from pg_replication_slots");
    expect(rows).toEqual([]);
  });

  it("are not saved while they cannot be asked", async () => {
    const nowhere: ProbeStatement = {
      ...noLead,
      sql: "select from nowhere",
      expected: { kind: "prepared", rows: null },
    };
    await expect(saveProbe(admin(), own({ statements: [nowhere] }))).rejects.toThrow(
      "It cannot be tried as it stands.",
    );
  });
});
