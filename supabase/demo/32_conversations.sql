-- Incident 3: conversation_sessions without the UNIQUE, chat_messages_v2 without the foreign key and its index.
-- Planted: 289 messages in 43 conversations that have no conversation_sessions row, because the app inserted the first
-- message before the session; their session_id is NULL for the same reason. 1,200 sessions are sound, with a right
-- message_count; 17 of them have status NULL although the column has a default. conversation_id values are distinct.

create table public.conversation_sessions (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null,
  agent_id uuid not null,
  user_id uuid not null,
  title text,
  status text default 'active',
  last_active timestamptz,
  message_count integer default 0,
  created_at timestamptz not null default now()
);

create table public.chat_messages_v2 (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null,
  session_id uuid,
  agent_id uuid,
  user_id uuid,
  role text not null check (role in ('user', 'assistant', 'system')),
  content jsonb,
  created_at timestamptz not null default now()
);

create temporary table demo_conversations on commit drop as
with sizes (n, sound, messages, days_ago) as (
  select
    n, true,
    2 + 2 * pg_temp.roll('turns:' || n, 9) + case when n % 6 = 0 then 1 else 0 end,
    pg_temp.days_ago(n, 1200)
  from generate_series(1, 1200) as n
  union all
  -- the fault is five months old and still open
  select 1200 + n::integer, false, messages, 1 + (43 - n::integer) * 150 / 43
  from unnest(array[
    7, 4, 9, 6, 5, 8, 12, 3, 6, 7, 10, 5, 6, 2, 8, 7, 11, 4, 6, 9, 5, 7, 14, 3, 6, 8, 5, 7, 10, 4, 6, 6, 9, 5, 8, 7, 2, 13, 6,
    5, 7, 8, 3
  ]) with ordinality as orphaned (messages, n)
)
select
  n, sound, messages, days_ago,
  'conversation:' || n as key,
  pg_temp.stable_uuid('conversation:' || n) as conversation_id,
  case when sound then pg_temp.stable_uuid('conversation-session:' || n) end as session_id,
  pg_temp.stable_uuid('chat-agent:' || pg_temp.roll('chat-agent:' || n, 8)) as agent_id,
  -- people 2401 to 3600 have a profile (50_profiles.sql)
  pg_temp.stable_uuid('profile:' || 2401 + pg_temp.roll('talks:' || n, 1200)) as user_id,
  case
    when not sound or n % 70 = 11 then null
    when days_ago <= 3 then 'active'
    else pg_temp.pick('conversation-status:' || n, array['active', 'archived', 'closed', 'closed', 'closed'])
  end as status,
  pg_temp.moment('conversation:' || n, days_ago) as started_at,
  30 + pg_temp.roll('pace:' || n, 60) as seconds_per_turn
from sizes;

create temporary table demo_messages on commit drop as
select
  c.n, turn, c.key, c.conversation_id, c.session_id, c.agent_id, c.user_id,
  case
    when silence then 'system'
    when turn % 2 = 1 then 'user'
    else 'assistant'
  end as role,
  pg_temp.fill(case
    when silence then 'Conversation closed: no reply for 24 hours.'
    when turn = 1 then pg_temp.pick('opening:' || c.n, opening.openings)
    when turn = 2 then opening.reply
    when turn = 3 then opening.detail
    when turn = 4 then opening.answer
    when goodbye.n is not null then case when turn % 2 = 1 then goodbye.thanks else goodbye.reply end
    when turn % 2 = 1 then followup.question
    else followup.answer
  end, c.key) as text,
  c.started_at + make_interval(
    days => case when silence then 1 else 0 end,
    secs => (turn - 1) * c.seconds_per_turn + pg_temp.roll('wait:' || c.n || ':' || turn, c.seconds_per_turn)
  ) as created_at
from demo_conversations as c
cross join lateral generate_series(1, c.messages) as turn
cross join lateral (
  select turn = c.messages and c.messages % 2 = 1 and c.status = 'closed' as silence, (turn + 1) / 2 as pair
) as at
join demo_openings as opening on opening.topic = pg_temp.roll('topic:' || c.n, 12)
-- A stride without a factor in common with the 31 follow-ups: nobody asks the same question twice.
left join demo_followups as followup
  on followup.n = (pg_temp.roll('first-question:' || c.n, 31) + pair * (1 + pg_temp.roll('stride:' || c.n, 30))) % 31
left join demo_goodbyes as goodbye
  on c.messages >= 8 and c.messages % 2 = 0 and pair = c.messages / 2 and goodbye.n = pg_temp.roll('goodbye:' || c.n, 5);

insert into public.conversation_sessions
  (id, conversation_id, agent_id, user_id, title, status, last_active, message_count, created_at)
select
  c.session_id, c.conversation_id, c.agent_id, c.user_id,
  case when length(opening.text) > 50 then left(opening.text, 50) || '…' else opening.text end,
  c.status,
  said.last_at,
  said.messages,
  c.started_at
from demo_conversations as c
join demo_messages as opening on opening.n = c.n and opening.turn = 1
join (select n, count(*) as messages, max(created_at) as last_at from demo_messages group by n) as said on said.n = c.n
where c.sound
order by c.started_at;

insert into public.chat_messages_v2 (id, conversation_id, session_id, agent_id, user_id, role, content, created_at)
select
  pg_temp.stable_uuid(key || ':' || turn), conversation_id, session_id, agent_id, user_id, role,
  jsonb_build_object('type', 'text', 'text', text),
  created_at
from demo_messages
order by created_at;
