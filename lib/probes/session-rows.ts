import { type RawBuilder, sql } from "kysely";

/** The table of the fourth document. */
export const sessionTables = [{ schema: "public", name: "sessions" }];

interface Login {
  /** As SQL: the question is of which type it is sent. */
  customer: RawBuilder<unknown>;
  phone: RawBuilder<string>;
  channel: string;
  token: RawBuilder<string>;
}

/** The record that the application saves when a customer logs in. */
export function insertSession({ customer, phone, channel, token }: Login): RawBuilder<unknown> {
  return sql`
    insert into public.sessions (customer_id, phone, channel, session_token, status, created_at, last_activity, expires_at, metadata)
    values (${customer}, ${phone}, ${sql.lit(channel)}, ${token}, 'active', now(), now(), now() + interval '1 hour', '{}')`;
}

/** The customer's id as the application has it: text, and sent as text. */
export function textOf(customer: string): RawBuilder<unknown> {
  return sql`${sql.lit(customer)}::text`;
}
