import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inForce } from "@/lib/catalog/infer/in-force";
import { inferReferences } from "@/lib/catalog/infer/infer-references";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { UndeclaredReference } from "@/lib/catalog/types";
import { targetLabel } from "@/lib/checks/target-label";
import { createEngine } from "@/lib/db";
import { getFinding } from "@/lib/findings/get-finding";
import { listFindings } from "@/lib/findings/list-findings";
import { beginScan } from "@/lib/scans/begin-scan";
import { runScan } from "@/lib/scans/run-scan";
import { createDemoDatabase, createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { reportedWrite } from "@/lib/testing/reported-write";
import { adoptReference } from "./adopt-reference";
import { dropRejectedSince } from "./drop-rejected";
import { listReferences } from "./list-references";
import { rejectReference } from "./reject-reference";
import { withUndeclared } from "./with-undeclared";

const suggestion = "public.vouchers (customer_id) → public.customers (id)";
const sure = "public.bookings (customer_id) → public.customers (id)";

describe("references that nothing declares", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const look = async () => (await withUndeclared(database.db, await readCatalog(database.db))).undeclared;
  const checked = async () =>
    (await look()).map((one) => targetLabel({ kind: "reference", ...one, onDelete: "no action" })).toSorted();
  const listed = () => listReferences(contextAs("viewer", database));
  const idOf = async (label: string) => (await listed()).find((one) => one.label === label)?.id ?? "";

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create table customers (id integer primary key);
      create table bookings (id integer primary key, customer_id integer);
      create table vouchers (id integer primary key, customer_id integer);
      insert into customers select generate_series(1, 50);
      insert into bookings select n, case when n > 95 then 900 + n else 1 + n % 50 end from generate_series(1, 100) as n;
    `);
  });
  afterAll(() => database.drop());

  it("are checked where they are sure, and only suggested where they are not", async () => {
    expect(await checked()).toEqual([sure]);
    expect((await listed()).map(({ label, state, isChecked }) => ({ label, state, isChecked }))).toEqual([
      { label: sure, state: "suggested", isChecked: true },
      { label: suggestion, state: "suggested", isChecked: false },
    ]);
  });

  it("give findings in a scan: the orphans, and the foreign key that is missing", async () => {
    await scan(database);
    const found = await listFindings(contextAs("viewer", database), { table: "bookings", status: "failing" });
    expect(found.map(({ check, count }) => `${check} ${count}`)).toEqual(
      expect.arrayContaining(["orphan_rows 5", "missing_foreign_key 1"]),
    );
  });

  it("are named by the findings that rest on them, and by no others", async () => {
    const viewer = contextAs("viewer", database);
    const found = await listFindings(viewer, { table: "bookings" });
    const resting = await Promise.all(found.map(async ({ id }) => getFinding(viewer, id)));
    const named = resting.map(({ targetLabel: of, referenceId }) => [of, referenceId]);
    expect(named.filter(([of]) => of === sure).length).toBeGreaterThan(1);
    const id = await idOf(sure);
    expect(named).toEqual(named.map(([of]) => [of, of === sure ? id : null]));
    expect(named).toContainEqual(["public.bookings", null]);
  });

  it("are checked once an operator adopts them, with the reason in the audit", async () => {
    const id = await idOf(suggestion);
    const adopted = await adoptReference(contextAs("operator", database), { id, reason: " The shop writes it. " });
    expect(adopted).toMatchObject({
      state: "adopted",
      isChecked: true,
      reason: "The shop writes it.",
      decidedBy: "operator@plumbline.test",
    });
    expect(await checked()).toEqual([sure, suggestion]);
    expect(await audit(database)).toContainEqual({
      action: "reference.adopt",
      actor: "operator@plumbline.test",
      message: `operator@plumbline.test took ${suggestion} for a reference: The shop writes it.`,
    });
  });

  it("weigh as much as declared ones in the findings that are there, as soon as they are adopted", async () => {
    const missing = async () =>
      (await listFindings(contextAs("viewer", database), { check: "missing_foreign_key", table: "bookings" })).map(
        ({ severity, status }) => `${severity} ${status}`,
      );
    expect(await missing()).toEqual(["info failing"]);
    await adoptReference(contextAs("operator", database), { id: await idOf(sure), reason: "They are ours." });
    expect(await missing()).toEqual(["error failing"]);
  });

  it("take their findings with them when they are rejected, and leave those of others", async () => {
    const about = async () =>
      (await listFindings(contextAs("viewer", database), { table: "bookings" })).map(({ targetLabel: of }) => of);
    expect(await about()).toContain(sure);
    const others = (await about()).filter((of) => of !== sure);
    await run("create table measured as select * from plumbline.findings");
    await rejectReference(contextAs("operator", database), { id: await idOf(sure), reason: "They are not." });
    expect(await about()).toEqual(others);
    // A scan that was under way meanwhile writes down what it measured.
    await run("insert into plumbline.findings select * from measured on conflict do nothing");
    const [begun] = (await run("select id from plumbline.scans")).rows;
    await dropRejectedSince(database.db, begun.id);
    expect(await about()).toEqual(others);
    const { rows } = await sql<{ details: unknown }>`
      select details from public.error_logs where action = 'reference.reject'
    `.execute(database.db);
    expect(rows).toMatchObject([{ details: { reason: "They are not.", findings: 3 } }]);
    await run("drop table measured");
  });

  it("stay rejected, however much speaks for them later", async () => {
    const id = await idOf(sure);
    await rejectReference(contextAs("operator", database), { id, reason: "Numbers of the old shop." });
    await run("delete from bookings where id > 95");
    expect(await checked()).toEqual([suggestion]);
    await scan(database);
    expect(
      (await listFindings(contextAs("viewer", database), { table: "bookings" })).map(({ check }) => check),
    ).not.toContain("orphan_rows");
    expect(await listReferences(contextAs("viewer", database), { state: "rejected" })).toMatchObject([
      { label: sure, isChecked: false, reason: "Numbers of the old shop." },
    ]);
  });

  it("are decided by operators, with a reason, and only where there is something to decide", async () => {
    const id = await idOf(suggestion);
    for (const decide of [adoptReference, rejectReference]) {
      await expect(decide(contextAs("viewer", database), { id, reason: "why" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(decide(contextAs("operator", database), { id, reason: " " })).rejects.toThrow("Say why");
      await expect(
        decide(contextAs("operator", database), { id: "0123456789abcdef", reason: "why" }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("are forgotten with their columns, unless somebody decided", async () => {
    await run("create table drafts (id integer primary key, customer_id integer)");
    await look();
    expect(await idOf("public.drafts (customer_id) → public.customers (id)")).not.toBe("");
    await run("drop table drafts, vouchers");
    expect(await checked()).toEqual([]);
    expect((await listed()).map(({ label, state }) => `${state} ${label}`)).toEqual(
      expect.arrayContaining([`adopted ${suggestion}`, `rejected ${sure}`]),
    );
    expect(await idOf("public.drafts (customer_id) → public.customers (id)")).toBe("");
  });

  it("are references no more when a foreign key says so", async () => {
    await adoptReference(contextAs("operator", database), { id: await idOf(sure), reason: "They are ours after all." });
    expect(await checked()).toEqual([sure]);
    await run("alter table bookings add foreign key (customer_id) references customers not valid");
    expect(await checked()).toEqual([]);
  });
});

describe("references that could not be looked at", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const write = (text: string) => reportedWrite(database, text);
  const found = async () => {
    await scan(database);
    const findings = await listFindings(contextAs("viewer", database), { table: "plant_visit" });
    return findings
      .filter(({ check }) => ["orphan_rows", "missing_foreign_key"].includes(check))
      .map(({ check, status, count, reason }) => ({ check, status, count, reason }))
      .toSorted((left, right) => (left.check < right.check ? 1 : -1));
  };
  const whileLocked = async (work: () => Promise<void>) => {
    const holder = await database.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("lock table plant_visit in access exclusive mode");
      await work();
    } finally {
      await holder.query("rollback");
      holder.release();
    }
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await run(`
      create table plant (id integer primary key);
      create table plant_visit (id integer primary key, plant_id integer);
      insert into plant select generate_series(1, 70);
      insert into plant_visit select n, n from generate_series(1, 100) as n;
      create table plot (block_code text, plot_no integer, primary key (block_code, plot_no));
      create table plot_work (id integer primary key, block_code text, plot_no integer);
      insert into plot select 'b' || n, n from generate_series(1, 50) as n;
      insert into plot_work select n, 'b' || n, n from generate_series(1, 50) as n;
      create table gardener (id uuid primary key);
      create table gardener_tool (id integer primary key, gardener_id text);
      insert into gardener select gen_random_uuid() from generate_series(1, 50);
      insert into gardener_tool select row_number() over (), id::text from gardener;
    `);
  });
  afterAll(() => database.drop());

  it("are not checked, with the reason, rather than silent", async () => {
    await whileLocked(async () => {
      const reason =
        "plant_visit (plant_id) is named like a reference to plant (id), and whether it is one could not be told from its values. Somebody else holds a lock on the table.";
      expect(await found()).toMatchObject([
        { check: "orphan_rows", status: "not_checked", count: null, reason },
        { check: "missing_foreign_key", status: "not_checked", count: null, reason },
      ]);
    });
  });

  it.each([
    ["locked", (table: string) => `lock table ${table} in access exclusive mode`, /lock on the table/],
    ["closed by a policy", hideRows, /^Row-level security hides rows of (plot_work|gardener_tool) /],
    ["revoked", (table: string) => `revoke all on ${table} from garden_reader`, /may not read/],
  ])("are not checked of several columns or of keys kept as text either, %s", async (_, close, why) => {
    await run(`create role garden_reader login password 'garden'; grant usage on schema public to garden_reader;
      grant select on all tables in schema public to garden_reader`);
    const url = new URL(database.url);
    [url.username, url.password] = ["garden_reader", "garden"];
    const reader = createEngine(url.href, { onIdleError: () => undefined });
    const holder = await database.pool.connect();
    try {
      const before = inForce((await inferReferences(reader.db, await readCatalog(reader.db))).candidates);
      expect(labelsOf(before.undeclared)).toEqual(expect.arrayContaining(garden));
      expect(before.unmeasured).toEqual([]);
      await holder.query("begin");
      for (const table of ["plot_work", "gardener_tool"]) await holder.query(close(table));
      if (!why.test("lock on the table")) await holder.query("commit");
      const { undeclared, unmeasured } = inForce(
        (await inferReferences(reader.db, await readCatalog(reader.db))).candidates,
      );
      expect(labelsOf(undeclared)).not.toEqual(expect.arrayContaining([garden[0]]));
      expect(labelsOf(unmeasured)).toEqual(expect.arrayContaining(garden));
      for (const { reason } of unmeasured) expect(reason).toMatch(why);
    } finally {
      await holder.query("rollback");
      await holder.query(
        "alter table plot_work disable row level security; alter table gardener_tool disable row level security",
      );
      holder.release();
      await reader.close();
      await run("drop owned by garden_reader; drop role garden_reader");
    }
  });

  it("are checked as soon as they can be", async () => {
    expect(await found()).toMatchObject([
      { check: "orphan_rows", status: "failing", count: 30 },
      { check: "missing_foreign_key", status: "failing" },
    ]);
  });

  it("remain what they were found to be, and are looked at again afterwards", async () => {
    await write("insert into plant_visit values (101, 1)");
    await whileLocked(async () => {
      expect(await found()).toMatchObject([
        { check: "orphan_rows", status: "not_checked" },
        { check: "missing_foreign_key", status: "failing" },
      ]);
    });
    await write("update plant_visit set plant_id = 1000 + id");
    expect(await found()).toEqual([]);
  });
});

describe("references that nothing declares on the demo", () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await createDemoDatabase();
  });
  afterAll(() => demo.drop());

  it("are those that the documents promise, and three more that are true", async () => {
    await withUndeclared(demo.db, await readCatalog(demo.db));
    const found = await listReferences(contextAs("viewer", demo));
    const labels = (isChecked: boolean) =>
      found.flatMap((one) => (one.isChecked === isChecked ? [one.label] : [])).toSorted();
    expect(labels(true)).toEqual([
      "public.chat_messages (user_id) → public.profiles (id)",
      "public.chat_messages_v2 (session_id) → public.conversation_sessions (id)",
      "public.chat_messages_v2 (user_id) → public.profiles (id)",
      "public.conversation_sessions (user_id) → public.profiles (id)",
      "public.conversations (user_id) → public.profiles (id)",
      "public.leads (user_id) → public.profiles (id)",
      "public.orders (user_id) → public.profiles (id)",
    ]);
    // The name is right and every value is wrong: these conversations are not those.
    expect(labels(false)).toEqual([
      "public.chat_messages_v2 (conversation_id) → public.conversations (id)",
      "public.conversation_sessions (conversation_id) → public.conversations (id)",
    ]);
  });
});

const garden = [
  "public.plot_work (block_code, plot_no) → public.plot (block_code, plot_no)",
  "public.gardener_tool (gardener_id) → public.gardener (id)",
];

function labelsOf(references: UndeclaredReference[]): string[] {
  return references.map((one) => targetLabel({ kind: "reference", ...one, onDelete: "no action" }));
}

function hideRows(table: string): string {
  return `alter table ${table} enable row level security`;
}

async function scan(database: TestDatabase): Promise<void> {
  const actor = { id: null, email: "operator@plumbline.test" };
  const { scan: begun } = await beginScan(database.db, actor);
  await runScan(database, begun.id, actor);
}

async function audit(database: TestDatabase) {
  const { rows } = await sql<{ action: string; actor: string; message: string }>`
    select action, actor, error_message as message from public.error_logs where action like 'reference.%'
  `.execute(database.db);
  return rows;
}
