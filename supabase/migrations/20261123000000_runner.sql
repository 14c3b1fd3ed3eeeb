-- Runs go in batches, under a lease: they can be paused, resumed, cancelled and taken over, and a worker that was taken for
-- dead can write nothing when it comes back.

-- Their plans are of the older form, whose statements know no batches.
update plumbline.runs
set
  status = 'failed',
  error = coalesce(error, 'Plumbline was updated while this run was under way. Preview the repair again.'),
  finished_at = coalesce(finished_at, now())
where status in ('running', 'interrupted');

alter table plumbline.runs drop constraint runs_status_check;
alter table plumbline.runs
  add constraint runs_status_check check (status in (
    'queued', 'running', 'pausing', 'paused', 'cancelling', 'cancelled', 'succeeded', 'failed', 'interrupted'
  )),
  -- Counts those who took it up. Whoever writes for the run names his own, and writes nothing once there is a later one.
  add column epoch bigint not null default 0,
  -- Who took it up since its last batch: a run that ends every worker must end some time.
  add column attempts integer not null default 0,
  -- By the database's clock; null while nobody executes it.
  add column lease_until timestamptz,
  add column executor_pid integer,
  add column executor_since timestamptz,
  -- The last item of the work list that a batch reached, and how many batches are done.
  add column position bigint not null default 0,
  add column batches bigint not null default 0;

-- One run per table, across processes.
drop index plumbline.runs_one_per_table_idx;
create unique index runs_one_per_table_idx on plumbline.runs (schema_name, table_name)
  where status in ('queued', 'running', 'pausing', 'paused', 'cancelling', 'interrupted');

-- Every change of state there is. The runner has the same list; a test compares the two.
create table plumbline.run_edges (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);
insert into plumbline.run_edges (from_status, to_status)
values
  ('queued', 'running'), ('queued', 'paused'), ('queued', 'cancelled'),
  ('running', 'pausing'), ('running', 'cancelling'), ('running', 'queued'), ('running', 'interrupted'),
  ('running', 'succeeded'), ('running', 'failed'),
  ('pausing', 'paused'), ('pausing', 'running'), ('pausing', 'cancelling'), ('pausing', 'succeeded'), ('pausing', 'failed'),
  ('paused', 'queued'), ('paused', 'cancelled'),
  ('cancelling', 'cancelled'), ('cancelling', 'succeeded'), ('cancelling', 'failed'),
  ('interrupted', 'running'), ('interrupted', 'paused'), ('interrupted', 'cancelled');

create function plumbline.refuse_run_edge() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if not exists (select from plumbline.run_edges where from_status = old.status and to_status = new.status) then
    raise exception 'a run that is % cannot become %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger plumbline_run_edge before update on plumbline.runs
  for each row when (old.status is distinct from new.status) execute function plumbline.refuse_run_edge();

-- What each batch did: one transaction each.
create table plumbline.run_batches (
  run_id uuid not null references plumbline.runs (id) on delete cascade,
  number bigint not null,
  first_position bigint not null,
  last_position bigint not null,
  changed bigint not null,
  skipped bigint not null,
  -- Rows that others held, left for the last pass.
  put_off bigint not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  primary key (run_id, number)
);

-- Which batch dealt with an item, or that somebody held its row when its turn came.
alter table plumbline.run_items drop constraint run_items_result_check;
alter table plumbline.run_items
  add constraint run_items_result_check check (result in ('changed', 'skipped', 'put_off')),
  add column batch bigint;
create index run_items_put_off_idx on plumbline.run_items (plan_id, position) where result = 'put_off';

-- A statement of a plan names the batch that it runs in by a setting of its transaction.
alter table plumbline.quarantine
  add column batch bigint not null default coalesce(nullif(current_setting('plumbline.batch', true), '')::bigint, 0);
drop index plumbline.quarantine_run_idx;
create index quarantine_run_idx on plumbline.quarantine (run_id, batch, id);
