-- The write path of purchases and conversations. The API has no transactions of several statements, so what has to happen together
-- is one function. They stand in "public" because no other schema is exposed; their tables are looked up when they are called, so
-- a database that has none of them can be migrated as well. The path has "public" and "extensions" as the API's own has: triggers
-- of these tables run under it too.

-- What a request with an idempotency key was answered. Kept for a week, see plumbline_purchase_lead.
create table plumbline.idempotency_keys (
  caller text not null,
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_keys_created_idx on plumbline.idempotency_keys (created_at);

-- Marketplace --------------------------------------------------------------------------------------------------

create function public.plumbline_purchase_lead(
  lead uuid, agent uuid, at_price numeric, by_caller text, idempotency_key text default null, hash text default null
) returns jsonb
language plpgsql security invoker
set search_path = public, extensions, pg_temp
set lock_timeout = '5s'
as $$
#variable_conflict use_variable
declare
  is_lead boolean;
  kept_hash text;
  kept_answer jsonb;
  buyer uuid;
  bought jsonb;
begin
  -- The same request at the same instant waits here, and whoever else buys this lead at the next lock, until this purchase is
  -- committed: whatever constraints the tables have or lack.
  if idempotency_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(format('plumbline.request %s %s', by_caller, idempotency_key), 0));
  end if;
  perform from public.all_leads as l where l.id = lead for no key update;
  is_lead := found;
  if idempotency_key is not null then
    select k.request_hash, k.answer into kept_hash, kept_answer
    from plumbline.idempotency_keys as k where k.caller = by_caller and k.key = idempotency_key;
    if found then
      return case when kept_hash = hash
        then jsonb_build_object('outcome', 'repeated', 'purchase', kept_answer)
        else jsonb_build_object('outcome', 'other_request')
      end;
    end if;
  end if;
  if not is_lead then
    return jsonb_build_object('outcome', 'no_lead');
  end if;
  select p.agent_id into buyer from public.lead_purchases as p where p.lead_id = lead limit 1;
  if found then
    return jsonb_build_object('outcome', 'sold', 'to_this_agent', buyer is not distinct from agent);
  end if;

  insert into public.lead_purchases as p (lead_id, agent_id, price) values (lead, agent, at_price)
  returning to_jsonb(p) into bought;

  if idempotency_key is not null then
    insert into plumbline.idempotency_keys (caller, key, request_hash, answer) values (by_caller, idempotency_key, hash, bought);
    delete from plumbline.idempotency_keys as k using (
      select i.caller, i.key from plumbline.idempotency_keys as i
      where i.created_at < now() - interval '7 days' order by i.created_at limit 20 for update skip locked
    ) as old where (k.caller, k.key) = (old.caller, old.key);
  end if;
  return jsonb_build_object('outcome', 'bought', 'purchase', bought);
end
$$;

-- Conversations ------------------------------------------------------------------------------------------------

-- `said` is JSON, as text: the API in this process would send JSON as a string within JSON.
create function public.plumbline_send_message(
  conversation uuid, message uuid, by_role text, said text, first_title text, agent uuid default null, person uuid default null
) returns jsonb
language plpgsql security invoker
set search_path = public, extensions, pg_temp
set lock_timeout = '5s'
as $$
#variable_conflict use_variable
declare
  session jsonb;
  earlier jsonb;
  content jsonb := said;
  earlier_count integer;
  earlier_at timestamptz;
  -- now() is when the transaction began, which may be before the one it waits for.
  moment timestamptz;
  sent jsonb;
  is_first boolean := false;
begin
  -- Nobody else writes to this conversation until the commit: there is no row to lock before its first message.
  perform pg_advisory_xact_lock(hashtextextended('plumbline.conversation ' || conversation, 0));
  moment := clock_timestamp();

  select to_jsonb(m) into earlier from public.chat_messages_v2 as m where m.id = message;
  if earlier is not null and not (
    (earlier ->> 'conversation_id')::uuid = conversation and earlier ->> 'role' = by_role and earlier -> 'content' = content
  ) then
    return jsonb_build_object('outcome', 'other_message');
  end if;
  select to_jsonb(s) into session from public.conversation_sessions as s
  where s.conversation_id = conversation order by s.created_at limit 1 for no key update;
  if not found then
    if agent is null or person is null then
      return jsonb_build_object('outcome', 'no_conversation');
    end if;
    -- Messages that were saved without a session get it here, as if it had been there before them.
    select count(*), min(m.created_at) into earlier_count, earlier_at
    from public.chat_messages_v2 as m where m.conversation_id = conversation;
    insert into public.conversation_sessions as s
      (conversation_id, agent_id, user_id, title, status, last_active, message_count, created_at)
    values (conversation, agent, person, first_title, 'active', moment, earlier_count, least(moment, earlier_at))
    returning to_jsonb(s) into session;
    is_first := true;
  elsif person is not null and person is distinct from (session ->> 'user_id')::uuid then
    return jsonb_build_object('outcome', 'other_user');
  end if;

  if earlier is not null then
    return jsonb_build_object('outcome', 'repeated', 'message', earlier, 'session', session);
  end if;

  insert into public.chat_messages_v2 as m
    (id, conversation_id, session_id, agent_id, user_id, role, content, created_at)
  values (
    message, conversation, (session ->> 'id')::uuid, coalesce(agent, (session ->> 'agent_id')::uuid),
    (session ->> 'user_id')::uuid, by_role, content, moment
  )
  returning to_jsonb(m) into sent;
  -- A trigger may drop the row and refuse nothing. Its session must not stay, and count a message that is not there.
  if sent is null then
    raise exception 'a trigger or a policy dropped the message' using errcode = 'no_data_found';
  end if;
  update public.conversation_sessions as s
  set
    message_count = coalesce(
      s.message_count + 1,
      (select count(*)::integer from public.chat_messages_v2 as m where m.conversation_id = conversation)
    ),
    last_active = moment
  where s.conversation_id = conversation
  returning to_jsonb(s) into session;
  return jsonb_build_object(
    'outcome', case when is_first then 'begun' else 'sent' end, 'message', sent, 'session', session
  );
end
$$;

create function public.plumbline_delete_conversation(conversation uuid) returns jsonb
language plpgsql security invoker
set search_path = public, extensions, pg_temp
set lock_timeout = '5s'
as $$
#variable_conflict use_variable
declare
  messages bigint;
  sessions bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('plumbline.conversation ' || conversation, 0));
  -- Locked before its messages go: a foreign key keeps others from adding one meanwhile.
  perform from public.conversation_sessions as s where s.conversation_id = conversation for update;
  -- By itself only a foreign key with ON DELETE CASCADE would take them along.
  delete from public.chat_messages_v2 as m where m.conversation_id = conversation;
  get diagnostics messages = row_count;
  delete from public.conversation_sessions as s where s.conversation_id = conversation;
  get diagnostics sessions = row_count;
  return jsonb_build_object('messages', messages, 'sessions', sessions);
end
$$;

-- Who may call them --------------------------------------------------------------------------------------------

-- A hosted project grants every new function of "public" to the API's roles.
do $$
declare
  made text;
  api_role text;
begin
  foreach made in array array[
    'public.plumbline_purchase_lead(uuid, uuid, numeric, text, text, text)',
    'public.plumbline_send_message(uuid, uuid, text, text, text, uuid, uuid)',
    'public.plumbline_delete_conversation(uuid)'
  ] loop
    execute format('revoke all on function %s from public', made);
    foreach api_role in array array['anon', 'authenticated'] loop
      if to_regrole(api_role) is not null then
        execute format('revoke all on function %s from %I', made, api_role);
      end if;
    end loop;
    if to_regrole('service_role') is not null then
      execute format('grant execute on function %s to service_role', made);
    end if;
  end loop;
  if to_regrole('service_role') is not null then
    grant usage on schema plumbline to service_role;
    grant select, insert, delete on plumbline.idempotency_keys to service_role;
  end if;
end
$$;
