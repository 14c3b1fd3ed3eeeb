import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Target } from "@/lib/checks/target";
import { tableSql } from "@/lib/db";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import { auditCounts, imagesOf, repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const schemas = [
  {
    label: "plain names",
    table: { schema: "public", name: "visits" },
    status: "status",
    until: "until",
    token: "token",
  },
  {
    label: "quoted names and an enum",
    table: { schema: "Sales Dept", name: "The Visits" },
    status: "St'atus",
    until: "Un til",
    token: "TOKEN",
  },
];

describe.each(schemas)("end-expired-sessions with $label", ({ table, status, until, token }) => {
  const change = { statusColumn: status, from: "active", to: "expired" };
  const expired: Target = { kind: "status", table, ...change, expiresAtColumn: until };
  const tokenless: Target = {
    kind: "column",
    table,
    column: token,
    requiredWhen: { column: status, equals: "active" },
    ends: change,
  };
  let database: TestDatabase;
  let operator: ReturnType<typeof repairer>;
  beforeEach(async () => {
    database = await createTestDatabase();
    operator = repairer(database);
    const run = (statement: RawBuilder<unknown>) => statement.execute(database.db);
    await run(sql`create schema if not exists ${sql.id(table.schema)}`);
    await run(sql`create type ${sql.id(table.schema, "State")} as enum ('active', 'left', 'expired')`);
    await run(sql`create table ${tableSql(table)} (
      id integer primary key, ${sql.id(status)} ${sql.id(table.schema, "State")} not null, ${sql.id(until)} timestamptz, ${sql.id(token)} text
    )`);
    await run(sql`insert into ${tableSql(table)} values
      (1, 'active', now() - interval '1 day', 'a'), (2, 'active', now() + interval '1 day', 'b'), (3, 'left', now() - interval '1 day', 'c'),
      (4, 'active', null, 'd'), (5, 'active', now() + interval '1 day', ' '), (6, 'active', now() + interval '1 day', null), (7, 'left', null, null)`);
  });
  afterEach(() => database.drop());

  async function ended(): Promise<number[]> {
    const { rows } = await sql<{ id: number }>`
      select id from ${tableSql(table)} where ${sql.id(status)} = 'expired' order by id
    `.execute(database.db);
    return rows.map(({ id }) => id);
  }

  test("ends the rows whose time has passed, and its undo revives them", async () => {
    const before = await imagesOf(database.db, table);
    const run = await operator.repair({ check: "active_but_expired", target: expired }, "end-expired-sessions");
    expect(run).toMatchObject({ status: "succeeded", changed: 1, verification: { passed: true } });
    expect(await ended()).toEqual([1]);
    expect(await auditCounts(database.db, run.id)).toEqual({ SESSION_ENDED: 1 });
    expect(await operator.undo(run.id)).toMatchObject({ status: "succeeded", changed: 1 });
    expect(await imagesOf(database.db, table)).toEqual(before);
  });

  test("ends the rows that lack what they cannot do without", async () => {
    const run = await operator.repair({ check: "empty_required_text", target: tokenless }, "end-expired-sessions");
    expect(run).toMatchObject({ status: "succeeded", changed: 2, verification: { passed: true } });
    expect(await ended()).toEqual([5, 6]);
  });

  test("leaves a row alone that was renewed after the preview", async () => {
    const plan = await operator.preview({ check: "active_but_expired", target: expired }, "end-expired-sessions");
    await sql`update ${tableSql(table)} set ${sql.id(until)} = now() + interval '1 hour' where id = 1`.execute(
      database.db,
    );
    expect(await operator.apply(plan)).toMatchObject({ status: "succeeded", changed: 0, skipped: 1 });
    expect(await operator.skippedItems(plan.id)).toEqual([
      { key: { id: "1" }, reason: "It was changed after the preview." },
    ]);
  });

  test("is not offered where the target does not say how a row ends", async () => {
    const { ends: _, ...endless } = tokenless;
    expect(await offerRepairs(operator.ctx, { check: "empty_required_text", target: endless })).toEqual([]);
  });
});
