import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { playbooks } from "@/lib/playbooks/registry";
import type { RepairCode } from "@/lib/repairs/codes";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { operatorOf } from "./testing/operator";

describe("the undo of a schema run", () => {
  let demo: TestDatabase;
  let operator: ReturnType<typeof operatorOf>;
  beforeEach(async () => {
    demo = await createDemoDatabase();
    operator = operatorOf(demo);
    await operator.scan();
  });
  afterEach(() => demo.drop());

  const stepOf = (slug: string, id: string) => {
    const step = playbooks.find((playbook) => playbook.slug === slug)?.steps.find((one) => one.id === id);
    if (!step) throw new Error(`There is no step ${id} in ${slug}`);
    return step;
  };

  /** Everything that schema repairs change, as PostgreSQL describes it. */
  async function schema() {
    const { rows } = await sql`
      select 'column' as kind, c.relname || '.' || a.attname as name,
        concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
          col_description(a.attrelid, a.attnum)) as definition
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      union all
      select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || convalidated
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all
      select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) || indisvalid
      from pg_index where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      order by 1, 2`.execute(demo.db);
    return rows;
  }

  const cases: [RepairCode, string, string][] = [
    ["drop-not-null", "lead-id-not-null", "allow-web_sessions"],
    ["set-default", "lead-purchases-default", "set-id-default"],
    ["add-unique", "conversation-sessions-fk", "unique-conversation"],
    ["add-foreign-key", "foreign-key-violation", "foreign-key-leads"],
    ["add-index", "foreign-key-violation", "index-orders"],
    ["change-column-type", "sessions-multi-customer", "customer-id-text"],
  ];

  it.each(cases)("puts back what %s changed, and can be undone itself", async (code, slug, id) => {
    const asFound = await schema();
    const run = await operator.repair(stepOf(slug, id), code);
    expect(run).toMatchObject({ status: "succeeded", verification: { passed: true } });
    const repaired = await schema();
    expect(repaired).not.toEqual(asFound);

    const undone = await operator.undo(run.id);
    expect(undone).toMatchObject({ status: "succeeded", error: null });
    expect(await schema()).toEqual(asFound);

    expect(await operator.undo(undone.id)).toMatchObject({ status: "succeeded", error: null });
    expect(await schema()).toEqual(repaired);
  });

  it("is refused in a sentence while a row holds NULL", async () => {
    const run = await operator.repair(stepOf("lead-id-not-null", "allow-web_sessions"), "drop-not-null");
    await sql`insert into web_sessions (lead_id) values (null)`.execute(demo.db);
    const undone = await operator.undo(run.id);
    expect(undone.status).toBe("failed");
    expect(undone.error).toContain("Rows of public.web_sessions hold NULL in this column by now");
  });

  it("is refused in a sentence while a foreign key relies on the unique key", async () => {
    const run = await operator.repair(stepOf("conversation-sessions-fk", "unique-conversation"), "add-unique");
    await operator.repair(stepOf("conversation-sessions-fk", "foreign-key"), "add-foreign-key");
    const undone = await operator.undo(run.id);
    expect(undone.error).toContain("relies on what this step would remove");
  });
});
