-- Write scenarios that are tried for real and rolled back: those that admins wrote, what came of each, and when they are
-- tried by themselves. Those of the documents stand in the product and are named by their code.

create table plumbline.probes (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text not null,
  owner text not null,
  -- In order: title, SQL, role, and what is expected of it.
  statements jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create unique index probes_name_idx on plumbline.probes (lower(name));

create table plumbline.probe_results (
  id bigint generated always as identity primary key,
  -- The code of a documented probe, or the id of one that was written.
  probe text not null,
  status text not null check (status in ('green', 'red', 'not_checked')),
  message text not null,
  statements jsonb not null,
  duration_ms integer not null,
  actor text not null,
  cause text not null check (cause in ('person', 'repair', 'schedule')),
  -- The run that it verified; null where it verified none.
  run_id uuid,
  ran_at timestamptz not null default now()
);
create index probe_results_probe_idx on plumbline.probe_results (probe, id desc);

create table plumbline.probe_schedule (
  is_only boolean primary key default true check (is_only),
  cron text not null,
  timezone text not null,
  set_by text not null,
  set_at timestamptz not null default now()
);
