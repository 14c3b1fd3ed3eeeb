import type { Scenario } from "../scenario";

/** Repairs of single rows, each of about 2,500 of 3,000. */
export const rowScenarios: Scenario[] = [
  {
    repair: "fill-default",
    check: "null_despite_default",
    target: (schema) => ({ kind: "column", table: { schema, name: "purchases" }, column: "status" }),
    sql: `
      create table purchases (id bigint primary key, status text default 'new', note text);
      insert into purchases select n, case when n % 6 = 0 then 'paid' end, 'note ' || n from generate_series(1, 3000) as n;`,
    undo: true,
    rows: "purchases",
  },
  {
    repair: "end-expired-sessions",
    check: "active_but_expired",
    target: (schema) => ({
      kind: "status",
      table: { schema, name: "visits" },
      statusColumn: "status",
      from: "active",
      to: "expired",
      expiresAtColumn: "until",
    }),
    sql: `
      create table visits (id bigint primary key, status text not null, until timestamptz, note text);
      insert into visits
        select n, 'active', now() + case when n % 6 = 0 then interval '1 day' else interval '-1 day' end, 'note ' || n
        from generate_series(1, 3000) as n;`,
    undo: true,
    rows: "visits",
  },
  {
    repair: "recount",
    check: "stale_counter",
    target: (schema) => ({
      kind: "counter",
      table: { schema, name: "heads" },
      column: "lines",
      key: ["id"],
      child: { schema, name: "head_lines" },
      childColumns: ["head_id"],
    }),
    sql: `
      create table heads (id bigint primary key, lines integer not null, note text);
      create table head_lines (id bigint primary key, head_id bigint not null references heads);
      create index on head_lines (head_id);
      insert into heads select n, case when n % 6 = 0 then n % 3 else 7 end, 'note ' || n from generate_series(1, 3000) as n;
      insert into head_lines
        select row_number() over (), n from generate_series(1, 3000) as n, generate_series(1, 2) as i where i <= n % 3;`,
    undo: true,
    rows: "heads",
  },
  {
    repair: "canonicalise-values",
    check: "non_canonical_text",
    target: (schema) => ({ kind: "column", table: { schema, name: "people" }, column: "email" }),
    sql: `
      create table people (id bigint primary key, email text unique, note text);
      insert into people
        select n, case when n % 6 = 0 then 'p' || n || '@example.test' else ' P' || n || '@Example.test' end, 'note ' || n
        from generate_series(1, 3000) as n;`,
    undo: true,
    rows: "people",
  },
  {
    repair: "custom",
    check: "values_out_of_range",
    target: (schema) => ({ kind: "range", table: { schema, name: "lines" }, column: "amount", min: "0" }),
    input: { set: { amount: `abs(t."amount")` } },
    sql: `
      create table lines (id bigint primary key, amount numeric(12, 4), note text);
      insert into lines select n, case when n % 6 = 0 then n else -n end / 7.0, 'note ' || n from generate_series(1, 3000) as n;`,
    undo: true,
    rows: "lines",
  },
  {
    repair: "link-lead",
    check: "unlinked_rows",
    target: (schema) => ({
      kind: "link",
      table: { schema, name: "calls" },
      column: "person_id",
      parent: { schema, name: "people" },
      parentKey: "id",
      email: { child: "mail", parent: "email" },
      phone: null,
      copies: { name: "caller" },
      callingCode: null,
    }),
    sql: `
      create table people (id uuid primary key default gen_random_uuid(), name text, email text);
      create table calls (id bigint primary key, person_id uuid references people, caller text, mail text, note text);
      insert into people (name, email) select 'person ' || n, 'p' || n || '@example.test' from generate_series(1, 100) as n;
      insert into calls
        select n, null, 'caller ' || n, ' P' || n % 300 || '@Example.test', 'note ' || n from generate_series(1, 2500) as n;`,
    undo: true,
    rows: "calls",
  },
  {
    repair: "merge-duplicates",
    check: "duplicate_contacts",
    target: (schema) => ({
      kind: "contact",
      table: { schema, name: "people" },
      email: "email",
      phone: null,
      callingCode: null,
    }),
    sql: `
      create table people (id bigint primary key, email text, note text, created_at timestamptz not null);
      create table calls (id bigint primary key, person_id bigint references people);
      create index on calls (person_id);
      insert into people
        select n, 'p' || n % 1500 || '@example.test', 'note ' || n, timestamptz '2026-01-01' + n * interval '1 minute'
        from generate_series(1, 3000) as n;
      insert into calls select n, n from generate_series(1, 3000) as n;`,
    undo: true,
    rows: "people",
  },
];
