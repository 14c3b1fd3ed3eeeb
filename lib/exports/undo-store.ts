/** Where an exported repair keeps what it changed. The names of the columns are those that repairs know. */
export const createUndoStore = `create schema if not exists plumbline_undo;
create table if not exists plumbline_undo.runs (
  id uuid primary key,
  plan_id uuid not null,
  name text not null,
  applied_at timestamptz not null default now()
);
create table if not exists plumbline_undo.quarantine (
  id bigint generated always as identity primary key,
  run_id uuid not null references plumbline_undo.runs (id),
  position bigint,
  schema_name text not null,
  table_name text not null,
  key jsonb not null,
  change text not null,
  before jsonb,
  after jsonb
);`;

/** The last undo leaves nothing behind. */
export const dropEmptyUndoStore = `if not exists (select from plumbline_undo.runs) then
  drop table plumbline_undo.quarantine, plumbline_undo.runs;
  drop schema plumbline_undo;
end if;`;
