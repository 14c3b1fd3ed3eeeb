-- Plumbline's own objects. Everything lives in the schema "plumbline" except public.error_logs, the audit history,
-- which is extended where a table of that name exists already and never replaced.

create schema if not exists plumbline;
comment on schema plumbline is 'Plumbline: operators, findings, plans, runs and quarantine. Not exposed by the API.';
revoke all on schema plumbline from public;

-- People -------------------------------------------------------------------------------------------------------

create table plumbline.operators (
  user_id uuid primary key,
  email text not null unique check (email = lower(email)),
  role text not null check (role in ('viewer', 'operator', 'admin')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table plumbline.sign_in_attempts (
  key text not null,
  at timestamptz not null default now()
);
create index sign_in_attempts_key_at_idx on plumbline.sign_in_attempts (key, at);

-- Detect -------------------------------------------------------------------------------------------------------

create table plumbline.scans (
  id uuid primary key default gen_random_uuid(),
  status text not null check (status in ('running', 'succeeded', 'failed')),
  actor text not null,
  tables_total integer not null default 0,
  tables_done integer not null default 0,
  current_table text,
  error text,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz
);
-- One scan at a time per database.
create unique index scans_one_running_idx on plumbline.scans ((true)) where status = 'running';

create table plumbline.findings (
  id text primary key,
  check_code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  target jsonb not null,
  schema_name text not null,
  table_name text not null,
  playbook text,
  status text not null check (status in ('failing', 'passing', 'not_checked')),
  reason text,
  count bigint,
  how text not null check (how in ('exact', 'estimated', 'proved', 'unchanged', 'none')),
  sample jsonb not null default '[]',
  measured_at timestamptz not null,
  duration_ms double precision not null default 0,
  first_failed_at timestamptz,
  scan_id uuid references plumbline.scans (id) on delete set null,
  -- A measurement that could not be made has no count: a failed query is never shown as zero.
  check ((status = 'not_checked') = (count is null)),
  check (status <> 'not_checked' or reason is not null)
);
create index findings_table_idx on plumbline.findings (schema_name, table_name);
create index findings_scan_idx on plumbline.findings (scan_id);

create table plumbline.measurements (
  finding_id text not null references plumbline.findings (id) on delete cascade,
  measured_at timestamptz not null,
  status text not null,
  count bigint,
  how text not null,
  primary key (finding_id, measured_at)
);

-- Preview and repair -------------------------------------------------------------------------------------------

create table plumbline.plans (
  id uuid primary key default gen_random_uuid(),
  finding_id text,
  repair text not null,
  undo_of uuid,
  target jsonb not null,
  schema_name text not null,
  table_name text not null,
  input jsonb not null default '{}',
  summary text not null,
  steps jsonb not null,
  will_change bigint not null default 0,
  unchanged bigint not null default 0,
  skipped bigint not null default 0,
  sample jsonb not null default '[]',
  row_event text,
  hash text not null,
  created_by text not null,
  created_at timestamptz not null default now()
);
create index plans_created_idx on plumbline.plans (created_at desc);

create table plumbline.runs (
  id uuid primary key default gen_random_uuid(),
  -- One plan runs once: the second click finds the first run.
  plan_id uuid not null unique references plumbline.plans (id),
  status text not null check (status in ('running', 'succeeded', 'failed', 'interrupted')),
  schema_name text not null,
  table_name text not null,
  actor text not null,
  actor_id uuid,
  reason text not null,
  changed bigint not null default 0,
  skipped bigint not null default 0,
  error text,
  verification jsonb,
  undo_of uuid references plumbline.runs (id),
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
-- One run per table, across processes.
create unique index runs_one_per_table_idx on plumbline.runs (schema_name, table_name) where status = 'running';
create index runs_started_idx on plumbline.runs (started_at desc, id);
create index runs_undo_of_idx on plumbline.runs (undo_of);
alter table plumbline.plans add foreign key (undo_of) references plumbline.runs (id);
create index plans_undo_of_idx on plumbline.plans (undo_of);

create table plumbline.run_steps (
  run_id uuid not null references plumbline.runs (id) on delete cascade,
  position integer not null,
  status text not null check (status in ('pending', 'running', 'succeeded', 'failed')),
  affected bigint,
  error text,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (run_id, position)
);

-- The work list: primary keys of the previewed rows, with what each looked like then.
create table plumbline.run_items (
  plan_id uuid not null references plumbline.plans (id) on delete cascade,
  position bigint not null,
  key jsonb not null,
  outcome text not null check (outcome in ('change', 'unchanged', 'skip')),
  reason text,
  digest text not null,
  choice jsonb,
  result text check (result in ('changed', 'skipped')),
  result_reason text,
  primary key (plan_id, position)
);

-- Before-images. Every value is kept as the text PostgreSQL itself would write and read back, so that no type loses anything.
create table plumbline.quarantine (
  id bigint generated always as identity primary key,
  run_id uuid not null references plumbline.runs (id),
  position bigint,
  schema_name text not null,
  table_name text not null,
  key jsonb not null,
  change text not null check (change in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  created_at timestamptz not null default now()
);
create index quarantine_run_idx on plumbline.quarantine (run_id, id);
create index quarantine_record_idx on plumbline.quarantine (schema_name, table_name, key);

-- Audit --------------------------------------------------------------------------------------------------------

do $$
begin
  if exists (select from pg_class where oid = to_regclass('public.error_logs') and relkind not in ('r', 'p')) then
    raise exception 'public.error_logs exists and is not a table, so it cannot hold the audit history. Rename it, then migrate again.'
      using errcode = 'PLB01';
  end if;
  -- A table of our own is closed to the API's roles; one that was there before stays as open as its owner made it.
  if to_regclass('public.error_logs') is null then
    create table public.error_logs (
      id uuid primary key default gen_random_uuid(),
      error_type text not null,
      error_message text,
      severity text default 'error',
      details jsonb default '{}',
      created_at timestamptz not null default now()
    );
    alter table public.error_logs enable row level security;
    revoke all on public.error_logs from public;
    if to_regrole('anon') is not null then
      revoke all on public.error_logs from anon;
    end if;
    if to_regrole('authenticated') is not null then
      revoke all on public.error_logs from authenticated;
    end if;
  end if;
end
$$;
alter table public.error_logs
  add column if not exists id uuid default gen_random_uuid(),
  add column if not exists error_type text,
  add column if not exists error_message text,
  add column if not exists severity text default 'error',
  add column if not exists details jsonb default '{}',
  add column if not exists created_at timestamptz default now(),
  add column if not exists schema_name text,
  add column if not exists table_name text,
  add column if not exists record_key jsonb,
  add column if not exists action text,
  add column if not exists actor text,
  add column if not exists actor_id uuid,
  add column if not exists run_id uuid,
  add column if not exists audit_seq bigint,
  add column if not exists prev_hash text,
  add column if not exists row_hash text;
alter table public.error_logs alter column created_at set default now();
comment on table public.error_logs is 'Audit history. Append-only: every row carries the hash of the one before it.';
create unique index if not exists error_logs_audit_seq_idx on public.error_logs (audit_seq);
create index if not exists error_logs_run_idx on public.error_logs (run_id) where run_id is not null;
create index if not exists error_logs_created_idx on public.error_logs (created_at desc, id);

-- The hash covers what the audit reads. Columns that somebody else added are theirs: they may be generated, or change type.
-- The zone is fixed because timestamps are written in it.
create function plumbline.error_log_hash(entry public.error_logs) returns text
language sql stable
set timezone = 'UTC'
set search_path = pg_catalog
as $$
  select encode(sha256(convert_to(jsonb_build_array(
    entry.audit_seq, entry.prev_hash, entry.created_at, entry.error_type, entry.error_message, entry.severity,
    entry.details, entry.schema_name, entry.table_name, entry.record_key, entry.action, entry.actor, entry.actor_id, entry.run_id
  )::text, 'UTF8')), 'hex')
$$;

-- The plan of its query is made once per session. Made while the history is short it would read all of it for every row.
create function plumbline.seal_error_log() returns trigger
language plpgsql security definer
set timezone = 'UTC'
set search_path = pg_catalog
set enable_seqscan = off
as $$
declare
  last record;
begin
  -- Applications write their errors here too. Who did what is Plumbline's to say, and a transaction of theirs that stays
  -- open must not hold up the chain: their rows are kept from change like all others, but are not links of it.
  if new.action is null or not has_table_privilege(session_user, 'plumbline.runs', 'insert') then
    new.action := null;
    new.actor_id := null;
    new.run_id := null;
    new.audit_seq := null;
    new.prev_hash := null;
    new.row_hash := null;
    return new;
  end if;
  -- One writer at a time appends to the chain; held to the end of its transaction.
  perform pg_advisory_xact_lock(hashtextextended('plumbline.error_logs', 0));
  select audit_seq, row_hash into last from public.error_logs where audit_seq is not null order by audit_seq desc limit 1;
  new.audit_seq := coalesce(last.audit_seq, 0) + 1;
  new.prev_hash := coalesce(last.row_hash, '');
  new.row_hash := plumbline.error_log_hash(new);
  return new;
end
$$;

create function plumbline.refuse_error_log_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  raise exception 'public.error_logs is append-only' using errcode = 'insufficient_privilege',
    hint = 'The audit history can be neither edited nor deleted.';
end
$$;

-- Triggers fire by name: the seal comes after every other.
create trigger zz_plumbline_seal before insert on public.error_logs
  for each row execute function plumbline.seal_error_log();
create trigger plumbline_append_only before update or delete on public.error_logs
  for each row execute function plumbline.refuse_error_log_change();
create trigger plumbline_append_only_truncate before truncate on public.error_logs
  for each statement execute function plumbline.refuse_error_log_change();
revoke update, delete, truncate on public.error_logs from public;

-- A table that was there before may demand what Plumbline does not know. Better to hear of it now than at the first sign-in.
do $$
begin
  insert into public.error_logs
    (error_type, error_message, severity, details, schema_name, table_name, record_key, action, actor, actor_id, run_id, created_at)
  select 'PROBE', 'Never kept', severity, '{}', 'public', 'error_logs', '{}', 'probe', 'plumbline', gen_random_uuid(), gen_random_uuid(), now()
  from unnest(array['info', 'warning', 'error']) as severity;
  raise exception 'done' using errcode = 'PLB02';
exception
  when sqlstate 'PLB02' then
    null;
  when others then
    raise exception 'public.error_logs exists and cannot take an audit row: %. Give that column a default or another type, or rename the table, then migrate again.', sqlerrm
      using errcode = 'PLB01';
end
$$;
