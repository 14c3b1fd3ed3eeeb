import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { repairer } from "@/lib/runs/testing/repairer";
import type { Run } from "@/lib/runs/types";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { exportQuarantine } from "./export-quarantine";
import { getQuarantinedRow } from "./get-quarantined-row";
import { type ListQuarantineInput, listQuarantine } from "./list-quarantine";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is a schema with plain names");
const { target, create } = plain;
const faulty = { check: "orphan_rows", target } as const;

describe("quarantine", () => {
  let database: TestDatabase;
  let removed: Run;
  let brought: Run;
  beforeAll(async () => {
    database = await createTestDatabase();
    await create(database.db);
    const operator = repairer(database);
    removed = await operator.repair(faulty, "delete-orphans");
    brought = await operator.undo(removed.id);
  });
  afterAll(() => database.drop());

  const viewer = () => contextAs("viewer", database);
  const list = (input: ListQuarantineInput = {}) => listQuarantine(viewer(), input);

  test("has every row that a run changed, newest first, page by page", async () => {
    const { rows, nextCursor } = await list();
    expect(rows.map(({ change }) => change)).toEqual([...Array(4).fill("insert"), ...Array(4).fill("delete")]);
    expect(nextCursor).toBeNull();
    const first = await list({ limit: 5 });
    const second = await list({ limit: 5, cursor: first.nextCursor });
    expect([...first.rows, ...second.rows]).toEqual(rows);
    expect(second.nextCursor).toBeNull();
  });

  test("is searched by run, table, change, key, text and time", async () => {
    const of = async (input: ListQuarantineInput) => (await list(input)).rows.length;
    const [row] = (await list({ run: removed.id })).rows;
    expect(row).toMatchObject({ runId: removed.id, repairTitle: "Delete the orphans", change: "delete" });
    expect(await of({ run: removed.id })).toBe(4);
    expect(await of({ run: brought.id, change: "delete" })).toBe(0);
    expect(await of({ table: "notes" })).toBe(8);
    expect(await of({ table: `${target.table.schema}.notes` })).toBe(8);
    expect(await of({ table: "parents" })).toBe(0);
    expect(await of({ key: Object.values(row?.key ?? {})[0], run: removed.id })).toBe(1);
    expect(await of({ text: "LATE start" })).toBe(2);
    expect(await of({ text: "%" })).toBe(0);
    const between = new Date((Date.parse(removed.finishedAt ?? "") + Date.parse(brought.startedAt)) / 2).toISOString();
    expect(await of({ to: between })).toBe(4);
    expect(await of({ from: between })).toBe(4);
    expect(await of({ to: "2020-01-01T00:00:00Z" })).toBe(0);
  });

  test("shows a row as it was and as it was left, with its run", async () => {
    const [row] = (await list({ run: removed.id, text: "late start" })).rows;
    const detail = await getQuarantinedRow(viewer(), row?.id ?? "");
    expect(detail).toMatchObject({ after: null, run: { id: removed.id, undoneBy: brought.id } });
    expect(JSON.stringify(detail.before)).toContain("late start");
    await expect(getQuarantinedRow(viewer(), "999999")).rejects.toMatchObject({ code: "not_found" });
  });

  test("is exported whole as CSV and JSON, and the audit says by whom; a viewer is refused", async () => {
    const operator = contextAs("operator", database);
    const text = async (as: "csv" | "json", filter: unknown) =>
      new Response((await exportQuarantine(operator, { as, filter })).body).text();
    const objects = JSON.parse(await text("json", { run: removed.id }));
    expect(objects).toHaveLength(4);
    expect(objects[0]).toMatchObject({ run: removed.id, change: "delete", after: null });
    const lines = (await text("csv", { run: removed.id })).trimEnd().split("\r\n");
    const columns = Object.keys(objects[0].before).length;
    expect(lines[0]).toBe("at,run,repair,table,key,change,column,before,after");
    expect(lines).toHaveLength(1 + 4 * columns);
    expect(JSON.parse(await text("json", { text: "nowhere at all" }))).toEqual([]);
    await expect(exportQuarantine(viewer(), { as: "csv", filter: {} })).rejects.toThrow("needs the role operator");
    const { rows } = await sql<{ actor: string }>`
      select actor from public.error_logs where action = 'quarantine.export'
    `.execute(database.db);
    expect(rows).toEqual(Array(3).fill({ actor: "operator@plumbline.test" }));
  });
});

test("a rare row is found behind more images than one look takes in", async () => {
  const database = await createTestDatabase();
  try {
    await create(database.db);
    const run = await repairer(database).repair(faulty, "delete-orphans");
    await sql`
      insert into plumbline.quarantine (run_id, schema_name, table_name, key, change, before)
      select ${run.id}, 'public', 'other', jsonb_build_object('id', n::text), 'delete', '{}' from generate_series(1, 45000) as n
    `.execute(database.db);
    const { rows, nextCursor } = await listQuarantine(contextAs("viewer", database), { table: "notes" });
    expect(rows).toHaveLength(4);
    expect(nextCursor).toBeNull();
  } finally {
    await database.drop();
  }
});
