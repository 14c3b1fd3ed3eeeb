import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAsText } from "@/lib/db";
import { addForeignKey } from "@/lib/repairs/add-foreign-key";
import { addIndex } from "@/lib/repairs/add-index";
import { addUnique } from "@/lib/repairs/add-unique";
import { changeColumnType } from "@/lib/repairs/change-column-type";
import type { Repair } from "@/lib/repairs/define";
import { dropNotNull } from "@/lib/repairs/drop-not-null";
import { setDefault } from "@/lib/repairs/set-default";
import { tryRepair } from "@/lib/repairs/testing/try-repair";
import { validateConstraint } from "@/lib/repairs/validate-constraint";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import type { Playbook } from "./define";
import { playbooks } from "./registry";

const schemaRepairs = [
  addForeignKey,
  addIndex,
  addUnique,
  changeColumnType,
  dropNotNull,
  setDefault,
  validateConstraint,
];

/** What row repairs do is tested with them; here the documents' own statements stand in for each. */
const byHand: Record<string, ReturnType<typeof sql>[]> = {
  "lead-id-not-null": [],
  "lead-purchases-default": [sql`update lead_purchases set status = default where status is null`],
  "conversation-sessions-fk": [
    sql`delete from chat_messages_v2 where not exists (
      select from conversation_sessions s where s.conversation_id = chat_messages_v2.conversation_id)`,
    sql`update conversation_sessions set status = default where status is null`,
  ],
  "sessions-multi-customer": [
    sql`update sessions set status = 'expired'
      where status = 'active' and (expires_at < now() or coalesce(session_token, '') = '')`,
  ],
  "foreign-key-violation": [
    ...["orders", "chat_messages", "conversations"].map(
      (name) => sql`delete from ${sql.id(name)} c where not exists (select from profiles p where p.id = c.user_id)`,
    ),
    sql`update leads c set user_id = null where not exists (select from profiles p where p.id = c.user_id)`,
    sql`insert into error_logs (error_type, error_message) values ('ORPHANED_ORDER_DETECTED', 'An orphaned order.')`,
  ],
};

describe("the demo as it was found", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDemoDatabase();
  });
  afterAll(() => database.drop());

  async function verify({ verifications }: Playbook) {
    const passed: Record<string, boolean> = {};
    for (const { id, sql: query, passes } of verifications) {
      const { rows } = await readAsText(database, { sql: query, parameters: [] }, { statementTimeoutMs: 10_000 });
      passed[id] = passes(rows);
    }
    return passed;
  }

  const find = (slug: string) => {
    const playbook = playbooks.find((one) => one.slug === slug);
    if (!playbook) throw new Error(`There is no playbook ${slug}`);
    return playbook;
  };

  const repairOf = (code: string) => schemaRepairs.find((repair) => repair.code === code) as Repair | undefined;

  it("refuses what its order forbids and names the step to take first", async () => {
    const firsts: Record<string, string> = {};
    for (const playbook of playbooks) {
      for (const step of playbook.steps) {
        const repair = repairOf(step.repairs[0] ?? "");
        const { refusal } = repair ? await tryRepair(database.db, repair, step.target) : { refusal: null };
        if (refusal?.first) firsts[step.id] = `${refusal.first.repair} for ${refusal.first.check}`;
      }
    }
    expect(firsts).toEqual({
      "foreign-key": "add-unique for missing_unique",
      validate: "add-foreign-key for missing_foreign_key",
      "validate-orders": "add-foreign-key for missing_foreign_key",
      "validate-chat_messages": "add-foreign-key for missing_foreign_key",
      "validate-conversations": "add-foreign-key for missing_foreign_key",
      "validate-leads": "add-foreign-key for missing_foreign_key",
    });
  });

  const found: [string, Record<string, boolean>][] = [
    ["lead-id-not-null", { "lead-id-is-nullable": false }],
    ["lead-purchases-default", { "id-has-default": false }],
    ["conversation-sessions-fk", { "no-orphaned-messages": false, "constraints-in-place": false }],
    [
      "sessions-multi-customer",
      { "schema-matches": false, "two-customers": true, "active-not-expired": false, "active-count": true },
    ],
    [
      "foreign-key-violation",
      {
        "no-orphaned-orders": false,
        "foreign-keys": false,
        "remaining-orphans": false,
        "constraints-in-place": false,
        "what-was-detected": false,
      },
    ],
  ];

  it.each(found)("fails the verification of %s, and passes it after the steps", async (slug, asFound) => {
    const playbook = find(slug);
    expect(await verify(playbook)).toEqual(asFound);
    for (const step of playbook.steps) {
      const repair = repairOf(step.repairs[0] ?? "");
      if (!repair) {
        for (const statement of byHand[slug] ?? []) await statement.execute(database.db);
        continue;
      }
      const tried = await tryRepair(database.db, repair, step.target);
      if (tried.refusal) expect(tried.refusal.reason).toMatch(/already/);
      await tried.apply();
    }
    expect(Object.values(await verify(playbook))).not.toContain(false);
  });

  it("holds the names, actions and comments of the documents afterwards", async () => {
    const { rows } = await sql<{ name: string; definition: string; valid: boolean }>`
      select conname as name, pg_get_constraintdef(oid) as definition, convalidated as valid
      from pg_constraint
      where conname = any (${[
        "conversation_sessions_conversation_id_unique",
        "chat_messages_v2_conversation_id_fkey",
        "fk_orders_user_id",
        "fk_leads_user_id",
      ]})
      order by conname`.execute(database.db);
    expect(rows).toEqual([
      {
        name: "chat_messages_v2_conversation_id_fkey",
        definition: "FOREIGN KEY (conversation_id) REFERENCES conversation_sessions(conversation_id) ON DELETE CASCADE",
        valid: true,
      },
      { name: "conversation_sessions_conversation_id_unique", definition: "UNIQUE (conversation_id)", valid: true },
      {
        name: "fk_leads_user_id",
        definition: "FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE SET NULL",
        valid: true,
      },
      { name: "fk_orders_user_id", definition: "FOREIGN KEY (user_id) REFERENCES profiles(id)", valid: true },
    ]);
    const comment = await sql<{ comment: string }>`
      select col_description('web_sessions'::regclass, attnum) as comment from pg_attribute
      where attrelid = 'web_sessions'::regclass and attname = 'lead_id'`.execute(database.db);
    expect(comment.rows[0]?.comment).toMatch(/^Foreign key to all_leads. Nullable because sessions are created before/);
    const index = await sql`select from pg_indexes where indexname = 'idx_messages_conversation_fk'`.execute(
      database.db,
    );
    expect(index.rows).toHaveLength(1);
  });
});
