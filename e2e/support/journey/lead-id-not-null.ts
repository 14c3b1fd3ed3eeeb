import { expect, type Page } from "@playwright/test";
import { choiceMaker } from "./choices";
import { contactsOf } from "./contacts";
import { auditOf, expectProof } from "./proof";
import { count, query } from "./query";
import { columnOf } from "./schema";
import {
  apply,
  backToPlaybook,
  expectHealthy,
  expectState,
  openIncident,
  planCount,
  preview,
  repair,
  stepOf,
} from "./screens";
import { snapshotOf } from "./snapshot";
import { tryOut } from "./try-out";

const comment =
  "Foreign key to all_leads. Nullable because sessions are created before customer data is available. Set when customer profile is updated.";

const unlinked = {
  voice: { one: 64, none: 22, created: 21, two: 5 },
  social: { one: 41, none: 17, created: 17, two: 3 },
};

/** Incident 1: sessions begin without a lead, and those whose customer is known by now are linked. */
export async function repairLeadIdNotNull(page: Page): Promise<void> {
  await openIncident(page, "Sessions cannot begin without a lead");
  await allowNull(page, "web", "web_sessions");
  await allowNull(page, "WhatsApp", "whatsapp_sessions");
  for (const channel of ["voice", "social"] as const) {
    await linkOneOrNone(page, channel);
    await chooseAmongSeveral(page, channel);
  }
  await expectHealthy(page, 1);
  for (const table of ["web_sessions", "whatsapp_sessions", "voice_sessions", "social_sessions"]) {
    expect(await columnOf(table, "lead_id")).toEqual({
      is_nullable: "YES",
      column_default: null,
      data_type: "uuid",
      comment,
    });
  }
  expect(await query(documentQuery)).toEqual(
    ["social_sessions", "voice_sessions", "web_sessions", "whatsapp_sessions"].map((table_name) => ({
      table_name,
      column_name: "lead_id",
      is_nullable: "YES",
      data_type: "uuid",
    })),
  );
}

async function allowNull(page: Page, label: string, table: string): Promise<void> {
  const newSession = `insert into ${table} default values`;
  expect(await tryOut(newSession)).toBe("23502 lead_id");
  const before = await snapshotOf(table);
  const runId = await repair(
    page,
    { step: `Let a ${label} session begin without a lead`, repair: "Allow NULL" },
    { reason: "A session begins before its customer is known" },
  );
  expect(await tryOut(newSession)).toBe("done");
  await expectProof(runId, before);
}

async function linkOneOrNone(page: Page, channel: "voice" | "social"): Promise<void> {
  const { one, none, created } = unlinked[channel];
  const [sessions, leads] = [await snapshotOf(`${channel}_sessions`), await snapshotOf("all_leads")];
  const step = `Link ${channel} sessions to their leads`;
  await preview(page, { step, repair: "Link the rows" });
  await expect(planCount(page, "Will change")).toHaveText(String(one + none));
  const runId = await apply(page, { reason: "The customer has since given an email or a phone" });
  await backToPlaybook(page);
  await expectState(stepOf(page, step), "Done");

  const linked = await expectProof(runId, sessions);
  const made = await expectProof(runId, leads);
  expect([linked.changed.length, linked.created.length, linked.removed.length]).toEqual([one + none, 0, 0]);
  expect([made.created.length, made.changed.length, made.removed.length]).toEqual([created, 0, 0]);
  expect((await auditOf(runId, `${channel}_sessions`)).types).toEqual(["LEAD_LINKED"]);
  expect((await auditOf(runId, "all_leads")).types).toEqual(["LEAD_CREATED"]);

  const now = await snapshotOf("all_leads");
  for (const { after } of linked.changed) {
    const lead = now.rows.get(JSON.stringify({ id: after.lead_id }));
    const shared = contactsOf(lead?.email, lead?.phone).filter((contact) =>
      contactsOf(after.customer_email, after.customer_phone).includes(contact),
    );
    expect(shared, `what session ${after.id} and its lead have in common`).not.toEqual([]);
  }
}

async function chooseAmongSeveral(page: Page, channel: "voice" | "social"): Promise<void> {
  const { two } = unlinked[channel];
  const table = `${channel}_sessions`;
  const sessions = await snapshotOf(table);
  const { choose, chosen } = choiceMaker();
  const step = `Choose the lead of ${channel} sessions that match several`;
  const runId = await repair(
    page,
    { step, repair: "Link the rows", choose },
    { reason: "Compared with the calls of these customers" },
  );
  const { changed } = await expectProof(runId, sessions);
  expect(chosen).toHaveLength(two);
  expect(changed).toHaveLength(two);
  const given = changed.map(({ after }) => after.lead_id);
  expect(given.toSorted()).toEqual(chosen.toSorted());
  expect(
    await count(
      `select count(*) from ${table} where lead_id is null and (customer_email is not null or customer_phone is not null)`,
    ),
  ).toBe(0);
}

const documentQuery = `
SELECT 
  table_name,
  column_name,
  is_nullable,
  data_type
FROM information_schema.columns
WHERE table_schema = 'public'
  AND table_name IN ('web_sessions', 'whatsapp_sessions', 'voice_sessions', 'social_sessions')
  AND column_name = 'lead_id'
ORDER BY table_name;`;
