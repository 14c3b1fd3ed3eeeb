-- The page of a run shows what happened to the run itself, again and again while it is under way, among an audit row for each row
-- that it changed.
create index if not exists error_logs_run_events_idx on public.error_logs (run_id, audit_seq)
  where run_id is not null and action not like 'row.%';
