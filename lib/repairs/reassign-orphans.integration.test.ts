import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableSql } from "@/lib/db";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { auditCounts, imagesOf, keptBy, repairer, rowsOf } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { referenceSchemas } from "./testing/reference-schemas";

describe.each(referenceSchemas)("reassign-orphans with $label", ({ target, key, parentKey, create }) => {
  const faulty = { check: "orphan_rows", target } as const;
  const { table, parent } = target;
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    await create(database.db);
  });
  afterEach(() => database.drop());

  /** How many children name this parent. */
  async function childrenOf(values: Record<string, string>): Promise<number> {
    const same = target.columns.map(
      (name, at) => sql`${sql.id(name)}::text = ${values[target.parentColumns[at] ?? ""]}`,
    );
    const { rows } = await sql`select from ${tableSql(table)} where ${sql.join(same, sql` and `)}`.execute(database.db);
    return rows.length;
  }

  test("gives every orphan to the parent that was picked", async () => {
    const before = await imagesOf(database.db, table);
    const mine = await childrenOf(parentKey);
    const run = await operator.repair(faulty, "reassign-orphans", { parent: parentKey });
    expect(run).toMatchObject({ status: "succeeded", changed: 4, verification: { passed: true } });
    expect(await childrenOf(parentKey)).toBe(mine + 4);
    const after = await imagesOf(database.db, table);
    expect(await keptBy(database.db, run.id)).toEqual(before.filter((image) => !after.includes(image)));
    expect(await auditCounts(database.db, run.id)).toEqual({ ROW_REASSIGNED: 4 });
  });

  test("makes the system parent where it is not there, and its undo removes it again", async () => {
    const [children, parents] = [await rowsOf(database.db, table), await rowsOf(database.db, parent)];
    const run = await operator.repair(faulty, "reassign-orphans", { parent: "system" });
    expect(run).toMatchObject({ status: "succeeded", changed: 4, verification: { passed: true } });
    expect(await childrenOf(target.systemParent?.values ?? {})).toBe(4);
    expect(await auditCounts(database.db, run.id)).toEqual({ ROW_REASSIGNED: 4, SYSTEM_PARENT_CREATED: 1 });
    expect(await operator.undo(run.id)).toMatchObject({ status: "succeeded", changed: 5 });
    expect(await rowsOf(database.db, table)).toEqual(children);
    expect(await rowsOf(database.db, parent)).toEqual(parents);
  });

  test("asks for a parent, and refuses one that is not there or cannot be", async () => {
    const offers = await offerRepairs(operator.ctx, faulty);
    const fields = offers.find(({ repair }) => repair === "reassign-orphans")?.fields;
    expect(fields).toMatchObject([{ kind: "parent", keyColumns: target.parentColumns, systemLabel: "the archive" }]);
    const preview = (given: unknown) => operator.preview(faulty, "reassign-orphans", given);
    const [first = ""] = target.parentColumns;
    await expect(preview({ parent: { ...parentKey, [first]: "77" } })).rejects.toThrow("Pick one that exists.");
    await expect(preview({ parent: { ...parentKey, [first]: "x" } })).rejects.toThrow(
      "A value that was given does not fit its column.",
    );
    await expect(preview({ parent: {} })).rejects.toThrow(`Give the whole key of a row of`);
    await expect(preview({})).rejects.toThrow("Pick the row that takes them");
  });

  test("is refused where the reference is part of the row's own key", async () => {
    await sql`delete from ${tableSql(table)} where ${sql.id(target.columns[0] ?? "")} is null`.execute(database.db);
    await sql`delete from ${tableSql(table)} where ${sql.id(target.columns.at(-1) ?? "")} is null`.execute(database.db);
    const columns = sql.join([...target.columns, ...key].map((name) => sql.id(name)));
    const constraint = sql.id(`${table.name}_pkey`);
    await sql`alter table ${tableSql(table)} drop constraint ${constraint}, add primary key (${columns})`.execute(
      database.db,
    );
    await expect(operator.preview(faulty, "reassign-orphans", { parent: parentKey })).rejects.toThrow(
      "part of the key",
    );
  });
});
