import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { probeCodes } from "./codes";
import { probes } from "./registry";
import { runScenario } from "./run-scenario";
import { brokenPool } from "./testing/broken-pool";
import { contentsOf } from "./testing/contents";

/** What the playbooks' schema repairs come to. */
const repaired = [
  "alter table web_sessions alter lead_id drop not null",
  "alter table whatsapp_sessions alter lead_id drop not null",
  "alter table lead_purchases alter id set default gen_random_uuid()",
  "alter table conversation_sessions add unique (conversation_id)",
  "alter table chat_messages_v2 add foreign key (conversation_id) references conversation_sessions (conversation_id) on delete cascade not valid",
  "alter table sessions alter customer_id type text",
  ...["orders", "chat_messages", "conversations", "leads"].map(
    (table) => `alter table ${table} add foreign key (user_id) references profiles not valid`,
  ),
];

describe("the probes of the documents", () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await createDemoDatabase();
  });
  afterAll(() => demo.drop());

  const run = (code: (typeof probeCodes)[number]) => runScenario(demo.pool, probes[code].scenario());
  const answers = async () => {
    const found: Record<string, string> = {};
    for (const code of probeCodes) {
      const { status, statements, message } = await run(code);
      const unexpected = statements.filter((one) => one.status === "unexpected");
      const codes = unexpected.map(({ sqlstate }) => sqlstate ?? "accepted").join(" ");
      found[code] = status === "not_checked" ? message : `${status} ${codes}`.trim();
    }
    return found;
  };

  it("are red where the documents say that it went wrong, with PostgreSQL's own code", async () => {
    const before = await contentsOf(demo);
    expect(await answers()).toEqual({
      "web-session-without-lead": "red 23502 accepted accepted accepted",
      "whatsapp-session-without-lead": "red 23502 accepted accepted accepted",
      "voice-session-without-lead": "green",
      "social-session-without-lead": "green",
      "purchase-without-id": "red 23502 23502 accepted",
      "one-session-per-conversation": "red accepted",
      "message-needs-conversation": "red accepted",
      "conversation-takes-its-messages": "red accepted",
      "two-customers-two-sessions": "red 42804 42804 accepted",
      "login-after-logout": "red 42804 accepted 42804 accepted",
      "order-of-unknown-user": "red accepted",
      "chat-message-of-unknown-user": "red accepted",
      "conversation-of-unknown-user": "red accepted",
      "lead-of-unknown-user": "red accepted",
    });
    expect(await contentsOf(demo)).toBe(before);
  });

  it("say statement by statement what was expected and what came", async () => {
    const { statements, message } = await run("purchase-without-id");
    expect(message).toBe(
      "A purchase without an id is accepted: expected accepted, 1 row; actual: refused: not null violation of id on lead_purchases (23502).",
    );
    expect(statements.map(({ title, expected, actual, status }) => [title, expected, actual, status])).toContainEqual([
      "Each has an id of its own",
      "returns 1 row: (ids = 2)",
      "returns 1 row: (ids = 0)",
      "unexpected",
    ]);
  });

  it("leave nothing behind wherever the connection breaks", async () => {
    const before = await contentsOf(demo);
    const { statements } = await run("conversation-takes-its-messages");
    const whole = brokenPool(demo.pool, Number.POSITIVE_INFINITY);
    await runScenario(whole, probes["conversation-takes-its-messages"].scenario());
    expect(whole.counted.sent).toBeGreaterThan(statements.length * 5);
    for (let at = 1; at <= whole.counted.sent; at += 1) {
      const { connect } = brokenPool(demo.pool, at);
      await runScenario({ connect }, probes["conversation-takes-its-messages"].scenario());
    }
    expect(await contentsOf(demo)).toBe(before);
  });

  it("hold nothing once they have ended", async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(demo.db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("wait for nobody: a table that is held is not checked, and said to be", async () => {
    const holder = await demo.pool.connect();
    await holder.query("begin; lock table orders in access exclusive mode");
    const { status, message } = await run("order-of-unknown-user");
    await holder.query("rollback");
    holder.release();
    expect(status).toBe("not_checked");
    expect(message).toContain("canceling statement due to lock timeout (55P03)");
  });

  it("are green where the playbooks were followed", async () => {
    for (const statement of repaired) await demo.pool.query(statement);
    expect(new Set(Object.values(await answers()))).toEqual(new Set(["green"]));
  });

  it("are not checked where their own rows do not fit the table, and never red for that", async () => {
    await demo.pool.query("alter table orders add check (total > 5) not valid");
    const { status, message } = await run("order-of-unknown-user");
    expect(status).toBe("not_checked");
    expect(message).toContain("It only sets the scene");
    expect(message).toContain("(23514)");
  });
});
