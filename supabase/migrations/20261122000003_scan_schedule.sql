-- When scans start by themselves. Kept here and not with the jobs, which another version of pg-boss may begin anew.

create table plumbline.scan_schedule (
  is_only boolean primary key default true check (is_only),
  cron text not null,
  timezone text not null,
  set_by text not null,
  set_at timestamptz not null default now()
);
