import { sql } from "kysely";
import { columnSql, tableSql } from "@/lib/db";
import type { ProbeCode } from "./codes";
import { type Probe, step } from "./define";
import { newEmail, newId } from "./made";

const leads = { schema: "public", name: "all_leads" };

/** The first document: a session begins before its customer is known, and is linked when the profile is updated. */
export function sessionWithoutLead(code: ProbeCode, name: string, channel: string): Probe {
  const sessions = { schema: "public", name };
  return {
    code,
    title: `A ${channel} session begins without a lead`,
    summary: `A ${channel} session is accepted before its customer is known; an update of the profile links it to a lead.`,
    tables: [sessions, leads],
    scenario: () => {
      const [lead, control, session, email] = [newId(), newId(), newId(), newEmail()];
      const table = tableSql(sessions);
      return [
        step(
          "A lead is there",
          sql`insert into ${tableSql(leads)} (id, name, email) values (${lead}, 'Probe', ${email})`,
          { kind: "prepared", rows: 1 },
        ),
        step(
          "A session with a lead fits the table",
          sql`insert into ${table} (id, lead_id) values (${control}, ${lead})`,
          { kind: "prepared", rows: 1 },
        ),
        step(
          "A session without a lead is accepted",
          sql`insert into ${table} (id, lead_id) values (${session}, null)`,
          { kind: "accepted", rows: 1 },
        ),
        step(
          "The customer gives a name: still no lead",
          sql`update ${table} set customer_name = 'Probe' where id = ${session}`,
          { kind: "accepted", rows: 1 },
        ),
        step(
          "The customer gives an email: the session is linked",
          sql`update ${table} set customer_email = ${email}, lead_id = ${lead} where id = ${session}`,
          { kind: "accepted", rows: 1 },
        ),
        step(
          "The session leads to the lead",
          sql`select l.name from ${table} as s join ${tableSql(leads)} as l on l.id = ${columnSql("s", "lead_id")} where s.id = ${session}`,
          { kind: "returns", rows: [{ name: "Probe" }] },
        ),
      ];
    },
  };
}
