export const rowFaults = {
  active_but_expired: {
    sql: [
      "create table passes (id integer primary key, status text, expires_at timestamptz)",
      "insert into passes values (1, 'active', now() + interval '1 year'), (2, 'active', '2020-01-01'), (3, 'expired', '2020-01-01'), (4, 'active', '2021-01-01')",
    ],
    target: "public.passes (status, expires_at)",
    says: "2 rows of passes are active past their expires_at.",
    count: 2,
  },
  check_violations: {
    sql: [
      "create table payments (id integer primary key, amount numeric)",
      "insert into payments values (1, 10), (2, -4), (3, 0)",
      "alter table payments add constraint paid_something check (amount > 0) not valid",
    ],
    target: "public.payments (amount): paid_something",
    says: "2 rows of payments break the CHECK constraint paid_something.",
    count: 2,
  },
  unvalidated_check: {
    sql: [],
    target: "public.payments (amount): paid_something",
    says: "The CHECK constraint paid_something of payments was added NOT VALID and never validated: it holds for new rows, and nobody knows of the old ones.",
    count: 1,
  },
  values_out_of_range: {
    sql: [
      `create table "Shop Floor"."Shops" ("Id" integer primary key, "Latitude" numeric)`,
      `insert into "Shop Floor"."Shops" values (1, 47.3), (2, 473), (3, -12)`,
    ],
    target: "Shop Floor.Shops (Latitude)",
    says: "1 row of Shop Floor.Shops has Latitude below -90 or above 90.",
    count: 1,
  },
  end_before_start: {
    sql: [
      "create table stays (id integer primary key, start_date date, end_date date)",
      "insert into stays values (1, '2024-05-01', '2024-05-03'), (2, '2024-05-03', '2024-05-01')",
    ],
    target: "public.stays (start_date, end_date)",
    says: "1 row of stays has end_date before start_date.",
    count: 1,
  },
  duplicate_contacts: {
    sql: [
      "create table clients (id integer primary key, email text, phone text)",
      "insert into clients values (1, 'ann@example.com', null), (2, 'bob@example.com', null), (3, ' ANN@Example.com', null)",
    ],
    target: "public.clients (email, phone)",
    says: "2 rows of clients share their email or phone with another row.",
    count: 2,
  },
  stale_counter: {
    sql: [
      "create table threads (id integer primary key, message_count integer not null, created_at timestamptz)",
      "create table messages (id integer primary key, thread_id integer not null references threads, created_at timestamptz)",
      "insert into threads values (1, 2, '2024-02-01'), (2, 5, '2024-02-01')",
      "insert into messages values (1, 1, '2024-02-02'), (2, 1, '2024-02-03'), (3, 2, '2024-01-01')",
    ],
    target: "public.threads (message_count) ← public.messages (thread_id)",
    says: "1 row of threads has a message_count that is not the number of its rows in messages.",
    count: 1,
  },
  child_older_than_parent: {
    sql: [],
    target: "public.messages (created_at) → public.threads (created_at)",
    says: "1 row of messages was made (created_at) before the row of threads (id) that it names (created_at).",
    count: 1,
  },
  custom_check: {
    sql: [
      `insert into plumbline.custom_checks (name, description, owner, severity, schema_name, table_name, form, sql, created_by)
       values ('Rows that are paid twice', 'The import of June ran twice.', 'billing', 'error', 'public', 'payments', 'predicate', 't.amount = 10', 'the owner')`,
    ],
    target: "public.payments: Rows that are paid twice",
    says: `1 row of payments is named by "Rows that are paid twice".`,
    count: 1,
  },
};
