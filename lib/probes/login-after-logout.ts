import { sql } from "kysely";
import { type Probe, step } from "./define";
import { newPhone, newToken } from "./made";
import { insertSession, sessionTables, textOf } from "./session-rows";

/** The second scenario of the fourth document. The id with a zero in front is another customer's than the number. */
export const loginAfterLogout: Probe = {
  code: "login-after-logout",
  title: "A login after a logout is a new session",
  summary:
    "A customer who logs out and in again with the same phone has a new row, and the id stays the text that it is.",
  tables: sessionTables,
  scenario: () => {
    const [control, first, second, phone] = [newToken(), newToken(), newToken(), newPhone()];
    const customer = textOf("0103");
    return [
      step(
        "A session fits the table",
        insertSession({ customer: sql.lit("103"), phone: newPhone(), channel: "chat", token: control }),
        { kind: "prepared", rows: 1 },
      ),
      step("Customer 0103 logs in by chat", insertSession({ customer, phone, channel: "chat", token: first }), {
        kind: "accepted",
        rows: 1,
      }),
      step(
        "The customer logs out",
        sql`update public.sessions set status = 'logged_out' where session_token = ${first}`,
        { kind: "accepted", rows: 1 },
      ),
      step("Logs in again at a kiosk", insertSession({ customer, phone, channel: "kiosk", token: second }), {
        kind: "accepted",
        rows: 1,
      }),
      step(
        "There are two rows, and the old one is logged out",
        sql`select customer_id::text, channel, status from public.sessions where phone = ${phone} order by channel`,
        {
          kind: "returns",
          rows: [
            { customer_id: "0103", channel: "chat", status: "logged_out" },
            { customer_id: "0103", channel: "kiosk", status: "active" },
          ],
        },
      ),
    ];
  },
};
