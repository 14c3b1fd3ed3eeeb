import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { createChannelSession } from "./channel-sessions/create-session";
import { ensureAllLeads } from "./channel-sessions/ensure-all-leads";
import { updateSessionProfile } from "./channel-sessions/update-session-profile";
import { databaseStore } from "./customer-sessions/database-store";
import { endSession } from "./customer-sessions/end-session";
import { getSession } from "./customer-sessions/get-session";
import { startSession } from "./customer-sessions/start-session";
import { clients, interleave } from "./testing/interleave";
import { servicesOf } from "./testing/services-of";

let database: TestDatabase;
let processes: ReturnType<typeof servicesOf>[];

beforeAll(async () => {
  vi.spyOn(log, "info").mockReturnValue(undefined);
  database = await createDemoDatabase();
  processes = [servicesOf(database.url), servicesOf(database.url)];
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const process of processes) await process.close();
  await database.drop();
});

const contexts = () => processes.map(({ context }) => context);
const few = fc.nat({ max: 2 });
let rounds = 0;

/** People of one round, whom no other knows; spelled in two ways. */
function peopleOfRound() {
  const round = String(++rounds).padStart(4, "0");
  return {
    email: (which: number, isOdd: boolean) =>
      isOdd ? ` Person${which}-${round}@X.example` : `person${which}-${round}@x.example`,
    phone: (which: number, isOdd: boolean) =>
      isOdd ? `0${which + 7}12 3400-${round}` : `+91${which + 7}123400${round}`,
    ofRound: `%-${round}@x.example`,
    phones: [0, 1, 2].map((which) => `+91${which + 7}123400${round}`),
  };
}

test("whatever several clients say of whom, an email and a phone have one lead, and no session names another's", async () => {
  const profile = fc.record({ email: few, phone: few, isOdd: fc.boolean() }, { requiredKeys: ["isOdd"] });
  const step = fc.record({ session: fc.nat({ max: 3 }), profile: fc.option(profile, { freq: 5 }) });
  await fc.assert(
    fc.asyncProperty(clients(step), async (plans) => {
      const [context] = contexts();
      if (!context) throw new Error("There is no process.");
      const { email, phone, ofRound, phones } = peopleOfRound();
      const begun = await Promise.all([0, 1, 2, 3].map(() => createChannelSession(context, "voice", {})));
      const places = begun.map(({ session }) => ({ channel: "voice" as const, session: session.id }));
      await interleave(contexts(), plans, async (client, { session, profile }) => {
        const place = places[session] ?? { channel: "voice" as const, session: "" };
        if (!profile) return ensureAllLeads(client, place);
        const { isOdd } = profile;
        return updateSessionProfile(client, place, {
          name: "Somebody",
          ...(profile.email !== undefined && { email: email(profile.email, isOdd) }),
          ...(profile.phone !== undefined && { phone: phone(profile.phone, isOdd) }),
        });
      });
      const ids = sql.join(places.map(({ session }) => session));
      const { rows: shared } = await sql`
        select said, count(*)
        from public.all_leads, unnest(array[email, phone]) as said
        where email like ${ofRound} or phone in (${sql.join(phones)})
        group by said
        having said is not null and count(*) > 1
      `.execute(database.db);
      expect(shared).toEqual([]);
      const { rows: wrong } = await sql`
        select s.*
        from public.voice_sessions as s
        left join public.all_leads as l on l.id = s.lead_id
        where s.id in (${ids}) and case
          when s.lead_id is not null then
            l.id is null or s.customer_email <> coalesce(l.email, '') or s.customer_phone <> coalesce(l.phone, '')
          else coalesce(s.customer_email, s.customer_phone) is not null and not exists (
            select from public.error_logs as e where e.error_type = 'LEAD_CONFLICT' and e.record_key ->> 'id' = s.id::text
          )
        end
      `.execute(database.db);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test("whoever signs in and out wherever, a customer has one active session, and a token opens no other's", async () => {
  const step = fc.record({
    verb: fc.constantFrom("start", "start", "get", "end"),
    phone: few,
    customer: few,
    channel: few,
  });
  await fc.assert(
    fc.asyncProperty(clients(step), async (plans) => {
      const { phone, phones } = peopleOfRound();
      const tokens = new Map<string, string>();
      await interleave(contexts(), plans, async (client, { verb, phone: which, customer, channel }) => {
        const store = databaseStore(client);
        const wanted = {
          phone: phone(which, channel === 0),
          channel: `channel-${channel}`,
          customer_id: `${customer + 7}`,
        };
        const whose = `${which} ${customer}`;
        if (verb === "start") {
          tokens.set(whose, (await startSession(store, wanted)).session_token);
          return;
        }
        const { session } = await (verb === "get" ? getSession : endSession)(store, tokens.get(whose));
        expect(session).toMatchObject({ phone: phones[which], customer_id: wanted.customer_id });
      });
      const { rows } = await sql`
        select phone, customer_id
        from public.sessions
        where phone in (${sql.join(phones)}) and status = 'active'
        group by 1, 2
        having count(*) > 1
      `.execute(database.db);
      expect(rows).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
