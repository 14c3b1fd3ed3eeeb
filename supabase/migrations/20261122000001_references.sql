-- Columns that look like a reference which no foreign key declares, and what an operator said of each. What was rejected
-- stays rejected, and what was adopted stays adopted, whatever later scans find.

create table plumbline.reference_suggestions (
  id text primary key,
  schema_name text not null,
  table_name text not null,
  reference jsonb not null,
  evidence jsonb not null,
  sentence text not null,
  score double precision not null,
  -- Sure enough to be checked while nobody has decided.
  confident boolean not null,
  state text not null default 'suggested' check (state in ('suggested', 'adopted', 'rejected')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  -- The writes of both tables when their values were compared; null where that cannot be told.
  basis text,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  check ((state = 'suggested') = (decided_at is null)),
  check (state = 'suggested' or (reason is not null and decided_by is not null))
);
create index reference_suggestions_table_idx on plumbline.reference_suggestions (schema_name, table_name);
