import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { leadIdNotNull } from "@/lib/playbooks/lead-id-not-null";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { tryCheck } from "@/lib/testing/try-check";
import { servicesOf } from "../testing/services-of";
import { type ChannelName, channelTables } from "./channels";
import { createChannelSession } from "./create-session";
import { ensureAllLeads } from "./ensure-all-leads";
import { SessionParams } from "./session-schema";
import { updateSessionProfile } from "./update-session-profile";

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

const unlinked = (lead: string | null = null) => expect.objectContaining({ lead_id: lead });

async function begin(channel: ChannelName = "voice"): Promise<{ channel: ChannelName; session: string }> {
  const { session } = await createChannelSession(services.context, channel, {});
  return { channel, session: session.id };
}

async function say(profile: object, place?: { channel: ChannelName; session: string }) {
  return updateSessionProfile(services.context, place ?? (await begin()), profile);
}

async function addLead(lead: { name?: string; email?: string; phone?: string }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into public.all_leads (name, email, phone)
    values (${lead.name ?? null}, ${lead.email ?? null}, ${lead.phone ?? null})
    returning id
  `.execute(database.db);
  return rows[0]?.id ?? "";
}

async function leadsOf(email: string) {
  const { rows } = await sql<{ id: string; name: string | null; phone: string | null }>`
    select id, name, phone from public.all_leads where lower(email) = ${email}
  `.execute(database.db);
  return rows;
}

async function conflictsOf(session: string) {
  const { rows } = await sql`
    select error_type, severity, table_name, actor, details -> 'candidates' as candidates
    from public.error_logs where record_key ->> 'id' = ${session}
  `.execute(database.db);
  return rows;
}

/** What the next scan says of the sessions of the channel. */
async function failing(check: "unlinked_rows" | "ambiguous_links", channel: ChannelName): Promise<number> {
  const step = leadIdNotNull.steps.find(
    ({ check: code, target }) =>
      code === check && target.kind === "link" && target.table.name === channelTables[channel],
  );
  if (!step) throw new Error(`The playbook has no ${check} of ${channel}.`);
  return (await tryCheck(database, check, step.target)).count ?? -1;
}

it("as found, a session cannot begin without a lead: the documented error, with the record in error_logs", async () => {
  const landing_page = `/packages/${randomUUID()}`;
  await expect(createChannelSession(services.context, "web", { landing_page })).rejects.toMatchObject({
    code: "refused",
    message:
      'The session was not saved. The database refused it: null value in column "lead_id" of relation "web_sessions" violates not-null constraint (23502). The record is in the audit history.',
  });
  const { rows } = await sql`
    select error_type, details -> 'record' as record, details -> 'status' as status
    from public.error_logs where details -> 'record' ->> 'landing_page' = ${landing_page}
  `.execute(database.db);
  expect(rows).toEqual([{ error_type: "NOT_NULL_VIOLATION", record: { landing_page, metadata: {} }, status: 400 }]);
});

it("as found, a session that comes to contradict its lead keeps it, because the table demands one, and says so", async () => {
  const { rows } = await sql<{ session: string; lead: string }>`
    select s.id as session, l.id as lead
    from public.web_sessions as s join public.all_leads as l on l.id = s.lead_id
    where l.phone is not null limit 1
  `.execute(database.db);
  const { session = "", lead = "" } = rows[0] ?? {};
  const said = await say({ phone: "+919845000002" }, { channel: "web", session });
  expect(said).toMatchObject({ lead: "conflict", session: { lead_id: lead, customer_phone: "+919845000002" } });
  expect(await conflictsOf(session)).toMatchObject([{ error_type: "LEAD_CONFLICT", table_name: "web_sessions" }]);
});

describe("once the playbook has let lead_id be empty", () => {
  beforeAll(async () => {
    for (const table of Object.values(channelTables)) {
      await sql`alter table ${sql.id(table)} alter column lead_id drop not null`.execute(database.db);
    }
  });

  it.each(Object.keys(channelTables) as ChannelName[])("a %s session begins without a lead", async (channel) => {
    const { session } = await createChannelSession(services.context, channel, { metadata: { campaign: "monsoon" } });
    expect(session).toMatchObject({ lead_id: null, customer_name: null, status: "active" });
  });

  it("a name waits for an email or a phone, which makes the lead and links the session, once", async () => {
    const place = await begin("web");
    expect(await say({ name: "Asha Rao" }, place)).toMatchObject({ lead: "waiting", session: unlinked() });
    const linked = await say({ email: " Asha.Rao@Example.com " }, place);
    expect(linked).toMatchObject({ lead: "created", session: { customer_email: "asha.rao@example.com" } });
    expect(await leadsOf("asha.rao@example.com")).toEqual([
      { id: linked.session.lead_id, name: "Asha Rao", phone: null },
    ]);
    expect(await ensureAllLeads(services.context, place)).toEqual({ ...linked, lead: "linked" });
    expect(await say({ phone: "098450 11223" }, place)).toMatchObject({
      lead: "linked",
      session: { lead_id: linked.session.lead_id, customer_phone: "+919845011223" },
    });
    expect(await leadsOf("asha.rao@example.com")).toMatchObject([{ phone: "+919845011223" }]);
  });

  it("finds the lead by an email and by a phone that are written otherwise, in any channel", async () => {
    const lead = await addLead({ name: "Ben", email: "Ben@Example.com ", phone: "(0)98450-22334" });
    const byPhone = await begin("social");
    expect(await say({ phone: "+91 98450 22334" }, byPhone)).toMatchObject({ lead: "linked", session: unlinked(lead) });
    const byEmail = await begin("whatsapp");
    expect(await say({ email: "ben@example.com" }, byEmail)).toMatchObject({ lead: "linked", session: unlinked(lead) });
  });

  it("takes any id that PostgreSQL takes, of whatever version", async () => {
    const session = "00000000-0000-0000-0000-00000000000a";
    await sql`insert into public.voice_sessions (id) values (${session})`.execute(database.db);
    const params = SessionParams.parse({ channel: "voice", session });
    expect(await say({ name: "Hari" }, params)).toMatchObject({ session: { id: session } });
  });

  it("fifty calls at once for one person make one lead", async () => {
    const places = await Promise.all(Array.from({ length: 50 }, () => begin()));
    const spellings = ["098450 33445", "+91 98450-33445", "919845033445", "0091 98450 33445"];
    const linked = await Promise.all(
      places.map((place, at) =>
        say({ email: at % 2 ? "Cara@Example.com" : "cara@example.COM", phone: spellings[at % 4] }, place),
      ),
    );
    const leads = await leadsOf("cara@example.com");
    expect(leads).toHaveLength(1);
    expect(new Set(linked.map(({ session }) => session.lead_id))).toEqual(new Set([leads[0]?.id]));
    expect(linked.filter(({ lead }) => lead === "created")).toHaveLength(1);
  });

  it("a lead with the email and another phone is not taken for the customer: a finding, and a row in error_logs at once", async () => {
    const before = await failing("unlinked_rows", "voice");
    const lead = await addLead({ email: "dev@example.com", phone: "+919845044556" });
    const place = await begin();
    expect(await say({ email: "dev@example.com", phone: "+919845099999" }, place)).toMatchObject({
      lead: "conflict",
      session: { lead_id: null, customer_email: "dev@example.com" },
    });
    expect(await conflictsOf(place.session)).toEqual([
      {
        error_type: "LEAD_CONFLICT",
        severity: "warning",
        table_name: "voice_sessions",
        actor: "tests",
        candidates: [{ lead_id: lead, email: "same", phone: "other" }],
      },
    ]);
    expect(await failing("unlinked_rows", "voice")).toBe(before + 1);
    expect(await leadsOf("dev@example.com")).toHaveLength(1);
  });

  it("the email of one lead and the phone of another wait for a person", async () => {
    const before = await failing("ambiguous_links", "social");
    await addLead({ email: "esha@example.com" });
    await addLead({ phone: "+919845055667" });
    const profile = { email: "esha@example.com", phone: "+919845055667" };
    expect(await say(profile, await begin("social"))).toMatchObject({ lead: "conflict", session: unlinked() });
    expect(await failing("ambiguous_links", "social")).toBe(before + 1);
  });

  it("a session that comes to contradict its lead is unlinked from it, and one that was linked by a person stays", async () => {
    const lead = await addLead({ email: "farid@example.com", phone: "+919845066778" });
    const place = await begin();
    expect(await say({ email: "farid@example.com" }, place)).toMatchObject({ session: unlinked(lead) });
    expect(await say({ phone: "+919845000001" }, place)).toMatchObject({ lead: "conflict", session: unlinked() });
    await sql`update public.voice_sessions set lead_id = ${lead} where id = ${place.session}`.execute(database.db);
    expect(await say({ name: "Farid" }, place)).toMatchObject({ lead: "linked", session: unlinked(lead) });
    expect(await ensureAllLeads(services.context, place)).toMatchObject({ lead: "linked", session: unlinked(lead) });
  });

  it("a session whose lead is gone, where nothing forbids that, gets the lead that its contact makes", async () => {
    await sql`alter table public.voice_sessions drop constraint voice_sessions_lead_id_fkey`.execute(database.db);
    const place = await begin();
    await say({ email: "hana@example.com" }, place);
    await sql`delete from public.all_leads where email = 'hana@example.com'`.execute(database.db);
    expect(await say({ name: "Hana" }, place)).toMatchObject({ lead: "created" });
    const [lead] = await leadsOf("hana@example.com");
    expect(await ensureAllLeads(services.context, place)).toMatchObject({
      lead: "linked",
      session: unlinked(lead?.id),
    });
  });

  it("refuses what is no phone, no email, no profile and no session, and writes nothing", async () => {
    const place = await begin();
    for (const profile of [
      { phone: "12" },
      { phone: "call me" },
      { phone: "00000-00000" },
      { email: "asha" },
      {},
      { lead_id: randomUUID() },
    ]) {
      await expect(say(profile, place)).rejects.toThrow();
    }
    expect(await ensureAllLeads(services.context, place)).toMatchObject({
      lead: "waiting",
      session: { customer_email: null, customer_phone: null },
    });
    const nobody = { channel: "web" as const, session: randomUUID() };
    await expect(say({ name: "Nobody" }, nobody)).rejects.toMatchObject({ code: "not_found" });
  });

  it("says which table a database lacks", async () => {
    await sql`alter table public.social_sessions rename to other_sessions`.execute(database.db);
    const missing = { code: "not_found", message: expect.stringContaining("has no table public.social_sessions.") };
    await expect(createChannelSession(services.context, "social", {})).rejects.toMatchObject(missing);
    const place = { channel: "social" as const, session: randomUUID() };
    await expect(say({ name: "Gita" }, place)).rejects.toMatchObject(missing);
  });
});
