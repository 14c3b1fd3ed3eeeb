const link = "public.voice_sessions (lead_id) → public.all_leads (id)";

/** What no catalogue tells: an incident promises it of tables of these names. */
export const promiseFaults = {
  not_null_blocks_writes: {
    sql: [
      "create table all_leads (id uuid primary key default gen_random_uuid(), name text, email text, phone text)",
      ...["web", "whatsapp", "voice", "social"].map(
        (channel) => `create table ${channel}_sessions (
          id uuid primary key default gen_random_uuid(), lead_id uuid ${channel === "web" ? "not null" : ""} references all_leads,
          customer_name text, customer_email text, customer_phone text)`,
      ),
      "insert into all_leads (name, email, phone) values ('Ann', 'ann@example.com', null), ('Bob', null, '+91 98200 12345')",
    ],
    target: "public.web_sessions (lead_id)",
    says: "web_sessions.lead_id is NOT NULL, so a row cannot be created before its value is known.",
    count: 1,
  },
  unlinked_rows: {
    sql: ["insert into voice_sessions (customer_email) values ('ann@example.com'), ('nobody.yet@example.com'), (null)"],
    target: link,
    says: "2 rows of voice_sessions have an email or a phone and no lead_id, with at most one match in all_leads.",
    count: 2,
  },
  ambiguous_links: {
    sql: ["insert into voice_sessions (customer_email, customer_phone) values ('ann@example.com', '+91 98200 12345')"],
    target: link,
    says: "1 row of voice_sessions matches several rows of all_leads; somebody must choose.",
    count: 1,
  },
  column_type_mismatch: {
    sql: [
      `create table sessions (
        session_id uuid primary key default gen_random_uuid(), customer_id integer, session_token text, status text,
        created_at timestamptz default now(), expires_at timestamptz)`,
    ],
    target: "public.sessions (customer_id)",
    says: "sessions.customer_id is not text, as the application was promised.",
    count: 1,
  },
};
