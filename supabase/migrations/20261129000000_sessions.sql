-- The write path of sessions and leads. The API has no transactions, so what must happen together is a function here, called by
-- the service role alone. They name tables that a database may lack: then a call fails with the name of the table. The path has
-- "public" and "extensions" as the API's own has: triggers of these tables run under it too.

-- Both are what the checks compare by, so that a service and a scan cannot disagree about who somebody is. For a large table of
-- leads they may be indexed. Phones are national to India where they do not say otherwise.
create function public.plumbline_normal_email(value text) returns text
language sql immutable parallel safe
as $$
select case when "value"::text like '%_@_%' then lower(btrim("value"::text, e' \t\n\r\f\x0b')) end
$$;

create function public.plumbline_normal_phone(value text) returns text
language sql immutable parallel safe cost 1000
as $$
select case when left("value"::text, 1) = '+' and translate("value"::text, '0123456789', '') = '+' and length("value"::text) between 8 and 16 then "value"::text else (
        select case when length(number) between 8 and 16 then number end
        from (
          select case
            when strpos(written, '+') > 0 then '+' || digits
            when digits like '00%' then '+' || substr(digits, 3)
            when digits like '0%' then '+91' || substr(digits, 2)
            when length(digits) > 11 or digits like '91%' and length(digits) = length('91') + 10 then '+' || digits
            when digits <> '' then '+91' || digits
          end as number
          from (
            select written, translate(written, translate(written, '0123456789', ''), '') as digits
            from (
              select case
                when translate(given, '(xX#;', '') = given then given
                else regexp_replace(given, '[(]0[)]|([0-9])[[:space:]]*(ext|x|#|;).*$', '\1', 'gi')
              end as written
              from (select "value"::text as given) as raw
              offset 0
            ) as plain
            offset 0
          ) as counted
          offset 0
        ) as e164
      ) end
$$;

-- What a customer says of themselves in a channel session, and the lead that this makes of them, in one transaction: found by
-- email and phone, created where there is none. A session that contradicts its only match, or has several, is left unlinked for
-- a person to decide, and says so in the audit history. With no email, phone and name it looks for the lead of what is known.
create function public.plumbline_save_profile(
  channel text, session uuid, name text, email text, phone text, caller text
) returns jsonb
language plpgsql
set search_path = public, extensions, pg_temp
set lock_timeout = '5s'
as $$
-- Columns are named with their table, so that one of another database cannot be taken for a variable.
#variable_conflict use_variable
declare
  sessions text := case channel
    when 'web' then 'web_sessions' when 'whatsapp' then 'whatsapp_sessions'
    when 'voice' then 'voice_sessions' when 'social' then 'social_sessions'
  end;
  kept jsonb;
  given_name text;
  given_email text;
  given_phone text;
  lead uuid;
  candidates jsonb;
  is_other boolean;
  outcome text := 'linked';
begin
  execute format('select to_jsonb(s) from public.%I as s where s.id = $1 for update', sessions) into kept using session;
  if kept is null then
    return jsonb_build_object('outcome', 'absent');
  end if;
  if phone is not null and public.plumbline_normal_phone(phone) is null then
    return jsonb_build_object('outcome', 'no_phone');
  end if;
  given_name := coalesce(nullif(btrim(name), ''), kept ->> 'customer_name');
  given_email := public.plumbline_normal_email(coalesce(email, kept ->> 'customer_email'));
  given_phone := public.plumbline_normal_phone(coalesce(phone, kept ->> 'customer_phone'));
  is_other := (given_email, given_phone) is distinct from (
    public.plumbline_normal_email(kept ->> 'customer_email'), public.plumbline_normal_phone(kept ->> 'customer_phone')
  );
  -- Without a foreign key it may be gone by now, and must not go before this is committed.
  select l.id into lead from public.all_leads as l where l.id = (kept ->> 'lead_id')::uuid for key share;

  if lead is not null and not is_other then
    update public.all_leads as l set name = given_name, updated_at = now()
    where l.id = lead and nullif(btrim(l.name), '') is null and given_name is not null;
  elsif given_email is null and given_phone is null then
    outcome := 'waiting';
  else
    -- Whoever else brings the same address or number waits here until this is committed, and then finds its lead.
    perform pg_advisory_xact_lock(contact.lock)
    from (
      select distinct hashtextextended('plumbline.lead ' || said, 0) as lock
      from unnest(array[given_email, given_phone]) as said
      where said is not null
      order by 1
    ) as contact;
    with matches as (
      select l.id, l.email, l.phone from public.all_leads as l
      where public.plumbline_normal_email(l.email) = given_email
      union
      select l.id, l.email, l.phone from public.all_leads as l
      -- However a number is written, its last digits stand together: that is told without writing it anew.
      where (
        strpos(translate(l.phone, translate(l.phone, '0123456789', ''), ''), right(given_phone, 4)) > 0
        or strpos(l.phone, '(0)') > 0
      ) and public.plumbline_normal_phone(l.phone) = given_phone
      union
      select l.id, l.email, l.phone from public.all_leads as l
      where l.id = lead
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'lead_id', m.id,
      'email', case public.plumbline_normal_email(m.email) = given_email when true then 'same' when false then 'other' else 'unknown' end,
      'phone', case public.plumbline_normal_phone(m.phone) = given_phone when true then 'same' when false then 'other' else 'unknown' end
    ) order by m.id), '[]')
    into candidates
    from (select * from matches order by id limit 20) as m;

    if candidates = '[]' then
      outcome := 'created';
      insert into public.all_leads (name, email, phone) values (given_name, given_email, given_phone) returning id into lead;
    elsif jsonb_array_length(candidates) = 1 and not 'other' in (candidates -> 0 ->> 'email', candidates -> 0 ->> 'phone') then
      select l.id into lead from public.all_leads as l where l.id = (candidates -> 0 ->> 'lead_id')::uuid for key share;
      if lead is null then
        raise exception 'the lead was deleted meanwhile' using errcode = 'serialization_failure';
      end if;
      update public.all_leads as l
      set
        name = coalesce(nullif(btrim(l.name), ''), given_name),
        email = coalesce(nullif(btrim(l.email), ''), given_email),
        phone = coalesce(nullif(btrim(l.phone), ''), given_phone),
        updated_at = now()
      where l.id = lead and (
        given_name is not null and nullif(btrim(l.name), '') is null
        or given_email is not null and nullif(btrim(l.email), '') is null
        or given_phone is not null and nullif(btrim(l.phone), '') is null
      );
    else
      outcome := 'conflict';
      insert into public.error_logs
        (error_type, error_message, severity, details, schema_name, table_name, record_key, actor, created_at)
      values (
        'LEAD_CONFLICT',
        case when jsonb_array_length(candidates) > 1
          then 'The email and the phone of the session belong to several leads; a person must choose'
          else 'The session has the email or the phone of a lead, and the lead has another of the other; a person must decide'
        end,
        'warning',
        jsonb_build_object('lead_before', lead, 'candidates', candidates),
        'public', sessions, jsonb_build_object('id', session), caller, clock_timestamp()
      );
      -- A table that was not repaired yet demands a lead: it keeps the one it has.
      if not (select a.attnotnull from pg_attribute as a
        where a.attrelid = format('public.%I', sessions)::regclass and a.attname = 'lead_id') then
        lead := null;
      end if;
    end if;
  end if;

  execute format(
    'update public.%I as s set customer_name = $2, customer_email = $3, customer_phone = $4, lead_id = $5, updated_at = now()
      where s.id = $1 returning to_jsonb(s)', sessions
  ) into kept using
    session, given_name,
    case when email is null then kept ->> 'customer_email' else given_email end,
    case when phone is null then kept ->> 'customer_phone' else given_phone end,
    lead;
  return jsonb_build_object('outcome', outcome, 'candidates', coalesce(candidates, '[]'), 'session', kept);
end
$$;

-- The active session of this customer and phone, on whatever channel it was begun, or a new one; never two by calls at the same
-- instant. Each channel has a token of its own: that of the channel which began the session is in its column, as the hash that
-- the service gives; the others are in metadata. What another system wrote into the column is left as it is.
create function public.plumbline_start_session(
  phone text, channel text, customer text, token text, metadata text, days integer
) returns jsonb
language plpgsql
set search_path = public, extensions, pg_temp
set lock_timeout = '5s'
as $$
#variable_conflict use_variable
declare
  number text := public.plumbline_normal_phone(phone);
  kept jsonb;
begin
  if number is null then
    return jsonb_build_object('outcome', 'no_phone');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('plumbline.session ' || number, 0));
  update public.sessions as s set status = 'expired'
  where s.status = 'active' and s.phone = number and s.expires_at <= now() and s.session_token like 'sha256$%';

  update public.sessions as s
  set
    last_activity = now(),
    session_token = case when is_own then token else s.session_token end,
    metadata = case when is_own then s.metadata else jsonb_set(
      coalesce(s.metadata, '{}'), '{channel_tokens}',
      coalesce(s.metadata -> 'channel_tokens', '{}') || jsonb_build_object(channel, token)
    ) end
  from (
    select
      f.session_id as found,
      coalesce(btrim(f.session_token), '') = '' or f.session_token like 'sha256$%' and f.channel = plumbline_start_session.channel as is_own
    from public.sessions as f
    where f.status = 'active'
      and f.phone in (number, plumbline_start_session.phone)
      and f.customer_id::text = customer
      and coalesce(f.expires_at > now(), true)
    order by f.last_activity desc, f.session_id
    limit 1
    for update
  ) as latest
  where s.session_id = latest.found
  returning to_jsonb(s) into kept;
  if kept is not null then
    return jsonb_build_object('outcome', 'restored', 'session', kept);
  end if;

  insert into public.sessions as s
    (customer_id, phone, channel, session_token, status, created_at, last_activity, expires_at, metadata)
  select r.customer_id, r.phone, r.channel, r.session_token, 'active', now(), now(), now() + make_interval(days => days), r.metadata
  from jsonb_populate_record(null::public.sessions, jsonb_build_object(
    'customer_id', customer, 'phone', number, 'channel', channel, 'session_token', token, 'metadata', metadata::jsonb
  )) as r
  returning to_jsonb(s) into kept;
  -- A number would make 103 of 0103, which is somebody else.
  if kept ->> 'customer_id' is distinct from customer then
    raise exception 'customer_id % would be kept as %, because the column is not text', to_jsonb(customer), kept ->> 'customer_id'
      using errcode = 'invalid_parameter_value';
  end if;
  return jsonb_build_object('outcome', 'created', 'session', kept);
end
$$;

do $$
declare
  ours regprocedure;
begin
  foreach ours in array array[
    'public.plumbline_normal_email(text)', 'public.plumbline_normal_phone(text)',
    'public.plumbline_save_profile(text, uuid, text, text, text, text)',
    'public.plumbline_start_session(text, text, text, text, text, integer)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public', ours);
    if to_regrole('anon') is not null then
      execute format('revoke all on function %s from anon', ours);
    end if;
    if to_regrole('authenticated') is not null then
      execute format('revoke all on function %s from authenticated', ours);
    end if;
    if to_regrole('service_role') is not null then
      execute format('grant execute on function %s to service_role', ours);
    end if;
  end loop;
end
$$;
