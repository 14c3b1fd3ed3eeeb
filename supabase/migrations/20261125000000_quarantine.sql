-- Quarantine may be kept for a time only. What goes, goes by whole runs: one whose images are gone cannot be undone.

alter table plumbline.runs
  add column images_purged_at timestamptz,
  add column images_purged bigint,
  add column images_purged_by text;

-- At most one row. None: everything is kept for good.
create table plumbline.quarantine_retention (
  one boolean primary key default true check (one),
  keep_days integer not null check (keep_days between 1 and 3650),
  -- Nothing goes before: whoever needs a run undone has time to see that its images are about to go.
  not_before timestamptz not null,
  set_by text not null,
  set_at timestamptz not null default now()
);
