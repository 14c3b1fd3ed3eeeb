-- What people decide about findings, and the checks that they write themselves. Decisions are kept apart from
-- plumbline.findings, whose rows come and go with their tables.

create table plumbline.dismissals (
  finding_id text primary key,
  reason text not null,
  dismissed_by text not null,
  dismissed_at timestamptz not null default now(),
  -- Null: until somebody takes it back.
  expires_at timestamptz
);

-- "Known today": what failed when the baseline was taken, and how much. More than that fails again.
create table plumbline.baseline (
  finding_id text primary key,
  count bigint not null,
  taken_by text not null,
  taken_at timestamptz not null default now()
);

create table plumbline.custom_checks (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text not null,
  owner text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  schema_name text not null,
  table_name text not null,
  -- A condition over the table's rows, or a query that returns keys of the faulty ones.
  form text not null check (form in ('predicate', 'query')),
  sql text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create unique index custom_checks_name_idx on plumbline.custom_checks (lower(name));
