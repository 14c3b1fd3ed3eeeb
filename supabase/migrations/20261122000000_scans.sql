-- Scans are jobs: a worker takes them up, people may stop them, and what did not change is not read again.

alter table plumbline.scans drop constraint scans_status_check;
alter table plumbline.scans
  add constraint scans_status_check check (status in ('running', 'cancelling', 'cancelled', 'succeeded', 'failed')),
  -- Null: no worker has taken it up yet.
  add column taken_at timestamptz;
-- One scan at a time per database, counting one that is about to stop.
drop index plumbline.scans_one_running_idx;
create unique index scans_one_at_a_time_idx on plumbline.scans ((true)) where status in ('running', 'cancelling');

-- What the answer depended on when it was measured: the statement and the write counters of the tables it read.
alter table plumbline.findings add column fingerprint text;

create table plumbline.workers (
  id uuid primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
