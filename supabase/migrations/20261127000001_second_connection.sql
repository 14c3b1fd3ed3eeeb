-- A run that has more than one batch begins the next one on a second connection while the last is being audited. Whoever takes
-- the run over ends what is under way there as well.
alter table plumbline.runs
  add column second_pid integer,
  add column second_since timestamptz;
