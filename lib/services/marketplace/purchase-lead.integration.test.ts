import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { servicesOf } from "../testing/services-of";
import { purchaseLead } from "./purchase-lead";
import { PurchaseInput } from "./purchase-schema";

let database: TestDatabase;
let services: ReturnType<typeof servicesOf>;

beforeAll(async () => {
  // The library writes what the database refuses to the console.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  database = await createDemoDatabase();
  services = servicesOf(database.url);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await services.close();
  await database.drop();
});

const repair = () =>
  sql`alter table public.lead_purchases alter column id set default gen_random_uuid()`.execute(database.db);

/** A lead that nobody has bought. */
async function unsold(): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into public.all_leads (name, email) values ('New', gen_random_uuid() || '@example.com') returning id
  `.execute(database.db);
  return String(rows[0]?.id);
}

async function salesOf(lead: string): Promise<number> {
  const { rows } = await sql`select from public.lead_purchases where lead_id = ${lead}`.execute(database.db);
  return rows.length;
}

test("as found, a purchase fails in the documented words, and error_logs has the record", async () => {
  const lead_id = await unsold();
  const record = { lead_id, agent_id: randomUUID(), price: 149.5 };
  await expect(purchaseLead(services.context, record, "as-found")).rejects.toMatchObject({
    code: "refused",
    message:
      'The purchase was not saved. The database refused it: null value in column "id" of relation "lead_purchases" violates not-null constraint (23502). The record is in the audit history.',
  });
  const { rows } = await sql`
    select error_type, error_message, severity, table_name, actor, details -> 'record' as record, details ->> 'sqlstate' as state
    from public.error_logs where details -> 'record' ->> 'lead_id' = ${lead_id}
  `.execute(database.db);
  expect(rows).toEqual([
    {
      error_type: "NOT_NULL_VIOLATION",
      error_message: 'null value in column "id" of relation "lead_purchases" violates not-null constraint',
      severity: "error",
      table_name: "lead_purchases",
      actor: "tests",
      record,
      state: "23502",
    },
  ]);
  await repair();
  // What failed was not answered, so its key is free.
  expect(await purchaseLead(services.context, record, "as-found")).toMatchObject({ purchase: record, repeated: false });
});

test("the same key is one purchase with one answer, and refused with another body", async () => {
  await repair();
  const [lead_id, other] = [await unsold(), await unsold()];
  const agent_id = randomUUID();
  const attempts = await Promise.all(
    Array.from({ length: 10 }, () => purchaseLead(services.context, { lead_id, agent_id, price: 200 }, "k1")),
  );
  expect(new Set(attempts.map(({ purchase }) => purchase.id)).size).toBe(1);
  expect(attempts.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(await salesOf(lead_id)).toBe(1);
  for (const body of [
    { lead_id, agent_id, price: 201 },
    { lead_id: other, agent_id, price: 200 },
  ]) {
    await expect(purchaseLead(services.context, body, "k1")).rejects.toMatchObject({ code: "refused" });
  }
  expect(await salesOf(other)).toBe(0);
  const somebody = { ...services.context, name: "somebody else" };
  await expect(purchaseLead(somebody, { lead_id: other, agent_id, price: 200 }, "k1")).resolves.toBeDefined();
});

test("a lead that twenty agents buy at once is sold once, without a constraint on it", async () => {
  await repair();
  const lead_id = await unsold();
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => purchaseLead(services.context, { lead_id, agent_id: randomUUID(), price: 1 })),
  );
  const refused = attempts.filter((attempt) => attempt.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(19).fill("conflict"));
  expect(await salesOf(lead_id)).toBe(1);
});

test("a lead that is not there is not sold", async () => {
  const sale = purchaseLead(services.context, { lead_id: randomUUID(), agent_id: randomUUID(), price: 1 }, "nobody");
  await expect(sale).rejects.toMatchObject({ code: "not_found", message: expect.stringContaining("There is no lead") });
});

test("ids are those that PostgreSQL takes, and a price has two decimals however large it is", async () => {
  await repair();
  const lead_id = "22222222-2222-2222-2222-222222222222";
  await sql`insert into public.all_leads (id, name) values (${lead_id}, 'Imported')`.execute(database.db);
  const sale = { lead_id, agent_id: "11111111-1111-1111-1111-111111111111", price: 1_000_000.123 };
  await expect(purchaseLead(services.context, sale)).rejects.toThrow("must have at most two decimals");
  for (const price of [0, 0.29, 300_000.13, 9_999_999_999.99]) PurchaseInput.parse({ ...sale, price });
  expect(await purchaseLead(services.context, { ...sale, price: 1_000_000.12 })).toMatchObject({
    purchase: { lead_id, price: 1_000_000.12 },
  });
});

test("a purchase that a trigger drops is told as no purchase, and error_logs has it", async () => {
  await repair();
  const sale = { lead_id: await unsold(), agent_id: randomUUID(), price: 1 };
  await sql`
    create function public.drop_it() returns trigger language plpgsql as 'begin return null; end';
    create trigger drop_it before insert on public.lead_purchases for each row execute function public.drop_it();
  `.execute(database.db);
  await expect(purchaseLead(services.context, sale)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringMatching(
      /^The purchase was not saved\. A trigger or a policy of the database's own dropped it\./,
    ),
  });
  await sql`drop function public.drop_it cascade`.execute(database.db);
  const { rows } = await sql`
    select from public.error_logs where details -> 'record' ->> 'lead_id' = ${sale.lead_id}
  `.execute(database.db);
  expect(rows).toHaveLength(1);
});

test("an answer of the database that is not understood is a fault of ours, never the caller's", async () => {
  await repair();
  const client = {
    rpc: async () => ({ data: { outcome: "bought", purchase: { id: "7" } }, error: null, status: 200 }),
  };
  const context = { ...services.context, client: client as unknown as typeof services.context.client };
  const sale = purchaseLead(context, { lead_id: randomUUID(), agent_id: randomUUID(), price: 1 });
  await expect(sale).rejects.toThrow("plumbline_purchase_lead was answered in a form that is not known");
});
