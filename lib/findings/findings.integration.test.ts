import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { checkOn } from "@/lib/checks/registry";
import { ensureFirstScan } from "@/lib/scans/ensure-first-scan";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { getFinding } from "./get-finding";
import { listFindingRows } from "./list-finding-rows";
import { listFindings } from "./list-findings";
import { markRecords } from "./mark-records";
import { remeasureFinding } from "./remeasure-finding";
import { sqlToSee } from "./sql-to-see";
import { readFindings } from "./stored-finding";

describe("findings", () => {
  let demo: TestDatabase;
  const ctx = () => contextAs("viewer", demo);
  const find = async (check: string, table: string) => {
    const found = (await listFindings(ctx())).find((finding) => finding.check === check && finding.tableName === table);
    if (!found) throw new Error(`There is no finding ${check} of ${table}.`);
    return found;
  };

  beforeAll(async () => {
    demo = await createDemoDatabase();
    await ensureFirstScan(demo);
  });
  afterAll(() => demo.drop());

  it("are listed the worst first, and by any filter", async () => {
    const all = await listFindings(ctx());
    expect(all[0]).toMatchObject({
      check: "orphan_rows",
      tableName: "chat_messages_v2",
      count: 289,
      severity: "error",
      status: "failing",
    });
    expect(all.at(-1)?.status).toBe("passing");
    const some = await listFindings(ctx(), {
      playbook: "foreign-key-violation",
      severity: "error",
      status: "failing",
      schema: "public",
    });
    expect(some).toHaveLength(8);
    await expect(listFindings(ctx(), { status: "broken" as "failing" })).rejects.toThrow();
  });

  it("list every record they name, page by page, in key order", async () => {
    const { id, count } = await find("orphan_rows", "chat_messages_v2");
    const keys: (string | null | undefined)[] = [];
    let cursor: string | null = null;
    do {
      const page = await listFindingRows(ctx(), { id, cursor, limit: 100 });
      expect(page).toMatchObject({
        keyColumns: ["id"],
        columns: expect.arrayContaining(["conversation_id", "content"]),
      });
      keys.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(keys).toHaveLength(count ?? -1);
    expect(keys).toEqual([...new Set(keys)].toSorted());
  });

  it("show a query that finds the same rows when it is pasted", async () => {
    const catalog = await readCatalog(demo.db);
    for (const { check, target, count } of await readFindings(demo.db, sql`f.count is not null`)) {
      const text = sqlToSee(check, target, catalog);
      expect(text).not.toBeNull();
      expect(text).not.toMatch(/\$\d/);
      const { rows } = await demo.pool.query(text ?? "");
      if (checkOn(check, target).form === "row") expect(rows).toHaveLength(Math.min(Number(count), 100));
    }
  });

  it("open to their cause, their history and the repairs that apply, for a viewer too", async () => {
    const { id } = await find("orphan_rows", "chat_messages_v2");
    const finding = await getFinding(ctx(), id);
    expect(finding).toMatchObject({
      id,
      form: "row",
      count: 289,
      playbook: "conversation-sessions-fk",
      firstFailedAt: expect.any(String),
    });
    expect(finding.message).toBe(
      "289 rows of chat_messages_v2 name a conversation_id that is not in conversation_sessions (conversation_id).",
    );
    expect(finding.sample).toHaveLength(20);
    expect(finding.history).toEqual([{ measuredAt: finding.measuredAt, status: "failing", count: 289 }]);
    expect(finding.repairs.map(({ repair }) => repair)).toEqual(
      expect.arrayContaining(["delete-orphans", "adopt-orphans", "reassign-orphans"]),
    );

    const sound = await getFinding(ctx(), (await find("orphan_rows", "web_sessions")).id);
    expect(sound).toMatchObject({ status: "passing", how: "proved", sample: [], repairs: [] });
  });

  it("mark the records that they name and no other, as these are now", async () => {
    const { rows } = await sql<{ key: string; broken: boolean }>`
      select session_id::text as key, coalesce(session_token, '') = '' as broken
      from public.sessions
      where status = 'active' and coalesce(session_token, '') = '' or session_id in (select session_id from public.sessions where status = 'logged_out' limit 5)
    `.execute(demo.db);
    const asked = { schema: "public", table: "sessions", keyColumn: "session_id", keys: rows.map(({ key }) => key) };
    const { marks, notChecked } = await markRecords(ctx(), asked);
    expect(notChecked).toBeNull();
    const broken = rows.filter((row) => row.broken).map(({ key }) => key);
    expect(Object.keys(marks).toSorted()).toEqual(broken.toSorted());
    expect(marks[broken[0] ?? ""]).toMatchObject([{ check: "empty_required_text", severity: "error" }]);
  });

  it("say why records could not be checked, which is not the same as no mark", async () => {
    const holder = await demo.pool.connect();
    await holder.query("begin; lock table public.sessions in access exclusive mode");
    const asked = {
      schema: "public",
      table: "sessions",
      keyColumn: "session_id",
      keys: ["00000000-0000-4000-8000-000000000000"],
    };
    const locked = await markRecords(ctx(), asked);
    await holder.query("rollback");
    holder.release();
    expect(locked).toEqual({ marks: {}, notChecked: "Somebody else holds a lock on the table." });
  });

  it("are measured again together with what hangs on them", async () => {
    const missing = await find("missing_foreign_key", "orders");
    await sql`
      alter table public.orders add constraint fk_orders_user_id foreign key (user_id) references public.profiles not valid
    `.execute(demo.db);
    expect(await remeasureFinding(demo, missing.id)).toMatchObject({
      status: "passing",
      count: 0,
      playbook: "foreign-key-violation",
    });
    expect(await find("unvalidated_constraint", "orders")).toMatchObject({ status: "failing", count: 1 });
    expect(await find("orphan_rows", "orders")).toMatchObject({ status: "failing", count: 23 });

    await sql`delete from public.orders where user_id not in (select id from public.profiles)`.execute(demo.db);
    await sql`alter table public.orders validate constraint fk_orders_user_id`.execute(demo.db);
    expect(await remeasureFinding(demo, missing.id)).toMatchObject({ status: "passing" });
    expect(await find("unvalidated_constraint", "orders")).toMatchObject({
      status: "passing",
      count: 0,
      firstFailedAt: null,
    });
    expect(await find("orphan_rows", "orders")).toMatchObject({ status: "passing", how: "proved" });
  });

  it("say nothing more of a foreign key's validation once the key is gone", async () => {
    await sql`alter table public.orders drop constraint fk_orders_user_id`.execute(demo.db);
    const missing = await find("missing_foreign_key", "orders");
    expect(await remeasureFinding(demo, missing.id)).toMatchObject({ status: "failing", count: 1 });
    await expect(find("unvalidated_constraint", "orders")).rejects.toThrow("There is no finding");
  });

  it("keep the newest measurement when an older one comes late", async () => {
    const { id } = await find("orphan_rows", "leads");
    await sql`update plumbline.findings set measured_at = now() + interval '1 hour', count = 7 where id = ${id}`.execute(
      demo.db,
    );
    expect(await remeasureFinding(demo, id)).toMatchObject({ count: 7 });
  });

  it("are not to be had under a made-up id or with a made-up page", async () => {
    await expect(listFindingRows(ctx(), { id: "0123456789abcdef" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listFindingRows(ctx(), { id: "'; drop" })).rejects.toThrow();
    const { id } = await find("orphan_rows", "chat_messages_v2");
    await expect(listFindingRows(ctx(), { id, cursor: "x" })).rejects.toMatchObject({ code: "invalid" });
    expect(await remeasureFinding(demo, "0123456789abcdef")).toBeNull();
  });
});
