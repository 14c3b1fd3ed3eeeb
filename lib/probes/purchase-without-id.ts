import { sql } from "kysely";
import { type Probe, step } from "./define";
import { newEmail, newId } from "./made";

/** The second document: the application never sends an id and relies on the database to make one. */
export const purchaseWithoutId: Probe = {
  code: "purchase-without-id",
  title: "A purchase without an id gets one",
  summary: "The marketplace sends no id with a purchase: the database makes one, another for each.",
  tables: [
    { schema: "public", name: "lead_purchases" },
    { schema: "public", name: "all_leads" },
  ],
  scenario: () => {
    const [control, first, second, agent] = [newId(), newId(), newId(), newId()];
    const lead = (id: typeof first) => sql`(${id}, 'Probe', ${newEmail()})`;
    return [
      step(
        "Three leads are there",
        sql`insert into public.all_leads (id, name, email) values ${sql.join([control, first, second].map(lead))}`,
        { kind: "prepared", rows: 3 },
      ),
      step(
        "A purchase with an id fits the table",
        sql`insert into public.lead_purchases (id, lead_id, agent_id, price) values (${newId()}, ${control}, ${agent}, 499)`,
        { kind: "prepared", rows: 1 },
      ),
      step(
        "A purchase without an id is accepted",
        sql`insert into public.lead_purchases (lead_id, agent_id, price) values (${first}, ${agent}, 499)`,
        { kind: "accepted", rows: 1 },
      ),
      step(
        "So is the next",
        sql`insert into public.lead_purchases (lead_id, agent_id, price) values (${second}, ${agent}, 499)`,
        { kind: "accepted", rows: 1 },
      ),
      step(
        "Each has an id of its own",
        sql`select count(distinct id)::text as ids from public.lead_purchases where lead_id in (${first}, ${second})`,
        { kind: "returns", rows: [{ ids: "2" }] },
      ),
    ];
  },
};
