-- When a step of many parts did its last one: a large column is filled for minutes, and does not stand still.
alter table plumbline.run_steps add column progressed_at timestamptz;
