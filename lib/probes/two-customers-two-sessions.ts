import { sql } from "kysely";
import { type Probe, step } from "./define";
import { newPhone, newToken } from "./made";
import { insertSession, sessionTables, textOf } from "./session-rows";

/** The first scenario of the fourth document, with phones that are nobody's. */
export const twoCustomersTwoSessions: Probe = {
  code: "two-customers-two-sessions",
  title: "Customers 103 and 104 have a session each",
  summary: "Two customers who log in, their ids sent as the text that they are, make two rows.",
  tables: sessionTables,
  scenario: () => {
    const [control, first, second] = [newToken(), newToken(), newToken()];
    return [
      step(
        "A session fits the table",
        insertSession({ customer: sql.lit("103"), phone: newPhone(), channel: "chat", token: control }),
        { kind: "prepared", rows: 1 },
      ),
      step(
        "Customer 103 logs in by chat",
        insertSession({ customer: textOf("103"), phone: newPhone(), channel: "chat", token: first }),
        { kind: "accepted", rows: 1 },
      ),
      step(
        "Customer 104 logs in at a kiosk",
        insertSession({ customer: textOf("104"), phone: newPhone(), channel: "kiosk", token: second }),
        { kind: "accepted", rows: 1 },
      ),
      step(
        "There are two rows",
        sql`
          select customer_id::text, channel, status
          from public.sessions
          where session_token in (${first}, ${second})
          order by customer_id`,
        {
          kind: "returns",
          rows: [
            { customer_id: "103", channel: "chat", status: "active" },
            { customer_id: "104", channel: "kiosk", status: "active" },
          ],
        },
      ),
    ];
  },
};
