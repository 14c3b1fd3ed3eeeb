-- Runs keep pace with the database: they hold back while it is busy, and write what they must at less cost.

-- Why a run holds back, in words; null while it does not.
alter table plumbline.runs add column throttle text;
-- Why and for how long it held back before the batch.
alter table plumbline.run_batches
  add column throttle text,
  add column waited_ms bigint not null default 0;

-- Each item is updated once. With room in its page and no index that names its result, no index has to be touched.
drop index plumbline.run_items_put_off_idx;
alter table plumbline.run_items set (fillfactor = 50);

-- Images are looked up by run, and within it by key. An index of whole keys in order costs more than writing the image.
drop index plumbline.quarantine_record_idx;
create index quarantine_key_idx on plumbline.quarantine using hash (key);

-- Images are only written by statements that join their run, so it is there. That it stays is asked when one is to go.
alter table plumbline.quarantine drop constraint quarantine_run_id_fkey;
create function plumbline.refuse_run_removal() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if exists (select from plumbline.quarantine where run_id = old.id) then
    raise exception 'run % has before-images in quarantine and cannot be removed', old.id using errcode = 'foreign_key_violation';
  end if;
  return coalesce(new, old);
end
$$;
create trigger plumbline_run_kept before delete on plumbline.runs
  for each row execute function plumbline.refuse_run_removal();
create trigger plumbline_run_id_kept before update of id on plumbline.runs
  for each row when (old.id is distinct from new.id) execute function plumbline.refuse_run_removal();

-- The audit chain. Looking up the last link again for each row cost as much as writing it, so within a statement it is
-- handed on from row to row. A statement begins without one, and at its end what it wrote must be there without a gap.
create function plumbline.open_error_logs() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  perform set_config('plumbline.audit_tip', '', true);
  return null;
end
$$;

create or replace function plumbline.seal_error_log() returns trigger
language plpgsql security definer
set timezone = 'UTC'
set search_path = pg_catalog
set enable_seqscan = off
as $$
declare
  tip text;
  last record;
begin
  -- Applications write their errors here too. Who did what is Plumbline's to say, and a transaction of theirs that stays
  -- open must not hold up the chain: their rows are kept from change like all others, but are not links of it.
  if new.action is null or not has_table_privilege(session_user, 'plumbline.runs'::regclass, 'insert') then
    new.action := null;
    new.actor_id := null;
    new.run_id := null;
    new.audit_seq := null;
    new.prev_hash := null;
    new.row_hash := null;
    return new;
  end if;
  tip := current_setting('plumbline.audit_tip', true);
  if coalesce(tip, '') = '' then
    -- One writer at a time appends to the chain; held to the end of its transaction.
    perform pg_advisory_xact_lock(hashtextextended('plumbline.error_logs', 0));
    select audit_seq, row_hash into last from public.error_logs where audit_seq is not null order by audit_seq desc limit 1;
    new.audit_seq := coalesce(last.audit_seq, 0) + 1;
    new.prev_hash := coalesce(last.row_hash, '');
    perform set_config('plumbline.audit_first', new.audit_seq::text, true);
  else
    new.audit_seq := split_part(tip, ' ', 1)::bigint + 1;
    new.prev_hash := split_part(tip, ' ', 2);
  end if;
  -- What plumbline.error_log_hash gives, written out: to call it for each row costs as much again.
  new.row_hash := encode(sha256(convert_to(jsonb_build_array(
    new.audit_seq, new.prev_hash, new.created_at, new.error_type, new.error_message, new.severity,
    new.details, new.schema_name, new.table_name, new.record_key, new.action, new.actor, new.actor_id, new.run_id
  )::text, 'UTF8')), 'hex');
  perform set_config('plumbline.audit_tip', concat(new.audit_seq, ' ', new.row_hash), true);
  return new;
end
$$;

-- A row that was sealed and not written (on conflict do nothing, a trigger that drops it) would be missing from the chain.
create function plumbline.close_error_logs() returns trigger
language plpgsql security definer
set search_path = pg_catalog
set enable_seqscan = off
as $$
declare
  tip text := current_setting('plumbline.audit_tip', true);
  first bigint;
  last bigint;
begin
  if coalesce(tip, '') = '' then
    return null;
  end if;
  first := current_setting('plumbline.audit_first')::bigint;
  last := split_part(tip, ' ', 1)::bigint;
  if (select count(*) from public.error_logs where audit_seq between first and last) <> last - first + 1 then
    raise exception 'a row of the audit history was numbered and then not written, which would leave a gap'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

create trigger plumbline_open before insert on public.error_logs
  for each statement execute function plumbline.open_error_logs();
create trigger plumbline_close after insert on public.error_logs
  for each statement execute function plumbline.close_error_logs();
