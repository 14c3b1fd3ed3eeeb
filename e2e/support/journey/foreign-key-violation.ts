import { expect, type Page } from "@playwright/test";
import { auditOf, expectProof } from "./proof";
import { count, query } from "./query";
import { constraintOf, indexOf } from "./schema";
import { expectHealthy, openIncident, repair } from "./screens";
import { snapshotOf } from "./snapshot";
import { tryOut } from "./try-out";

export const incident = "Rows of users who are not there";

const children = [
  { table: "orders", rows: "orders", onDelete: "" },
  { table: "chat_messages", rows: "chat messages", onDelete: "" },
  { table: "conversations", rows: "conversations", onDelete: "" },
  { table: "leads", rows: "leads", onDelete: " ON DELETE SET NULL" },
];

const definitionOf = (onDelete: string) => `FOREIGN KEY (user_id) REFERENCES profiles(id)${onDelete}`;

/** The rows of a table whose user is in no profile. */
export async function orphansOf(table: string): Promise<string[]> {
  const rows = await query(
    `select id from ${table} where user_id is not null and user_id not in (select id from profiles)`,
  );
  return rows.map((row) => String(row.id)).toSorted();
}

/** Incident 5, first: foreign keys that are not validated stop new orphans while the old ones are still there. */
export async function stopNewOrphans(page: Page): Promise<void> {
  await openIncident(page, incident);
  const newOrphan = `insert into orders (user_id, order_number, total) values (gen_random_uuid(), 'X-1', 1)`;
  expect(await tryOut(newOrphan)).toBe("done");
  for (const { table, rows, onDelete } of children) {
    await repair(
      page,
      { step: `Add the foreign key of ${rows}`, repair: "Add the foreign key" },
      { reason: "No new orphan from now on" },
    );
    expect(await constraintOf(table, `fk_${table}_user_id`)).toEqual({
      contype: "f",
      convalidated: "f",
      definition: `${definitionOf(onDelete)} NOT VALID`,
    });
  }
  expect(await tryOut(newOrphan)).toBe("23503 fk_orders_user_id");
  for (const [table, found] of [
    ["orders", 23],
    ["chat_messages", 57],
    ["conversations", 14],
    ["leads", 31],
  ] as const) {
    expect(await orphansOf(table)).toHaveLength(found);
  }
}

/** What is worth keeping is kept: given to the system profile, to one that is picked, or to nobody. */
export async function keepOrphans(page: Page): Promise<void> {
  await openIncident(page, incident);
  await giveToSystem(page);
  await giveToPicked(page);
  await clearReference(page);
}

async function giveToSystem(page: Page): Promise<void> {
  const orphans = await orphansOf("chat_messages");
  const [messages, profiles] = [await snapshotOf("chat_messages"), await snapshotOf("profiles")];
  const runId = await repair(
    page,
    {
      step: "Clean the orphaned chat messages",
      repair: "Give them to another parent",
      choose: (form) => form.getByRole("radio", { name: "the system profile" }).check(),
    },
    { reason: "Support still quotes these messages" },
  );
  const { changed } = await expectProof(runId, messages);
  expect(changed.map(({ before }) => before.id).toSorted()).toEqual(orphans);
  const { created } = await expectProof(runId, profiles);
  expect(created).toMatchObject([{ full_name: "System" }]);
  for (const { before, after } of changed) expect(after).toEqual({ ...before, user_id: created[0]?.id });
  expect((await auditOf(runId, "profiles")).types).toEqual(["SYSTEM_PARENT_CREATED"]);
}

async function giveToPicked(page: Page): Promise<void> {
  const orphans = await orphansOf("conversations");
  const [heir] = await query("select id from profiles order by created_at, id limit 1");
  const [conversations, profiles] = [await snapshotOf("conversations"), await snapshotOf("profiles")];
  const runId = await repair(
    page,
    {
      step: "Clean the orphaned conversations",
      repair: "Give them to another parent",
      async choose(form) {
        await form.getByRole("radio", { name: "A row of profiles" }).check();
        await form.getByLabel("profiles.id").fill(heir?.id ?? "");
      },
    },
    { reason: "This account took them over" },
  );
  const { changed } = await expectProof(runId, conversations);
  expect(changed.map(({ before }) => before.id).toSorted()).toEqual(orphans);
  for (const { before, after } of changed) expect(after).toEqual({ ...before, user_id: heir?.id });
  expect(await snapshotOf("profiles")).toEqual(profiles);
  expect((await auditOf(runId, "conversations")).types).toEqual(["ROW_REASSIGNED"]);
}

async function clearReference(page: Page): Promise<void> {
  const orphans = await orphansOf("leads");
  const leads = await snapshotOf("leads");
  const runId = await repair(
    page,
    { step: "Clean the orphaned leads", repair: "Clear the reference" },
    { reason: "A lead may stand without its user" },
  );
  const { changed } = await expectProof(runId, leads);
  expect(changed.map(({ before }) => before.id).toSorted()).toEqual(orphans);
  for (const { before, after } of changed) expect(after).toEqual({ ...before, user_id: null });
  expect((await auditOf(runId, "leads")).types).toEqual(["REFERENCE_CLEARED"]);
}

/** Last: indexes, and the proof that no orphan is left. */
export async function validateForeignKeys(page: Page): Promise<void> {
  await openIncident(page, incident);
  for (const { table } of children) {
    await repair(
      page,
      { step: `Index user_id in ${table}`, repair: "Add the index" },
      { reason: "Deleting a profile read the whole table" },
    );
    expect(await indexOf(`idx_${table}_user_id`)).toEqual({
      indisvalid: "t",
      indisready: "t",
      definition: `CREATE INDEX idx_${table}_user_id ON public.${table} USING btree (user_id)`,
    });
  }
  for (const { table, rows, onDelete } of children) {
    await repair(
      page,
      { step: `Validate the foreign key of ${rows}`, repair: "Validate the foreign key" },
      { reason: "No orphan is left" },
    );
    expect(await constraintOf(table, `fk_${table}_user_id`)).toEqual({
      contype: "f",
      convalidated: "t",
      definition: definitionOf(onDelete),
    });
  }
  await expectHealthy(page, 5);
  expect(await count(orphanedOrders)).toBe(0);
  expect(await query(remainingOrphans)).toEqual([
    { table_name: "orders", orphaned: "0" },
    { table_name: "chat_messages", orphaned: "0" },
  ]);
  const constraints = (await query(foreignKeys)).map((row) => row.constraint_name);
  expect(constraints).toEqual(expect.arrayContaining(children.map(({ table }) => `fk_${table}_user_id`)));
  const detected = await query(whatWasDetected);
  expect(detected.map((row) => row.action)).toEqual(expect.arrayContaining(["row.delete"]));
}

const orphanedOrders = `
SELECT COUNT(*) as orphaned_count
FROM orders o
LEFT JOIN profiles p ON o.user_id = p.id
WHERE p.id IS NULL;`;

const foreignKeys = `
SELECT constraint_name 
FROM information_schema.table_constraints
WHERE constraint_type = 'FOREIGN KEY'
ORDER BY constraint_name;`;

const remainingOrphans = `
SELECT 'orders' as table_name, COUNT(*) as orphaned
FROM orders o LEFT JOIN profiles p ON o.user_id = p.id
WHERE p.id IS NULL
UNION ALL
SELECT 'chat_messages', COUNT(*)
FROM chat_messages m LEFT JOIN profiles p ON m.user_id = p.id
WHERE p.id IS NULL;`;

const whatWasDetected = `
SELECT * FROM error_logs 
WHERE error_type = 'ORPHANED_ORDER_DETECTED'
ORDER BY created_at DESC;`;
