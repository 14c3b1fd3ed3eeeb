create table public.conversation_sessions (
  id uuid not null default gen_random_uuid(),
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
  id uuid not null default gen_random_uuid(),
  conversation_id uuid not null,
  agent_id uuid,
  user_id uuid,
  role text not null check (role in ('user', 'assistant', 'system')),
  content jsonb,
  created_at timestamptz not null default now()
);

insert into public.conversation_sessions
select
  md5('conversation-session:' || n)::uuid,
  -- The 3rd of a thousand is a second session of the 2nd's conversation.
  md5('conversation:' || case when n % 1000 = 3 then n - 1 else n end)::uuid,
  md5('agent:' || n % 40)::uuid,
  case when n % 500 = 1 then md5('gone-user:' || n)::uuid else md5('profile:' || 1 + n % (3 * unit))::uuid end,
  'Trip ' || n,
  case when n % 100 = 0 then null else (array['active', 'archived', 'closed'])[1 + n % 3] end,
  timestamptz '2025-06-02 00:00Z' + n * interval '1 second',
  10,
  timestamptz '2025-06-01 00:00Z' + n * interval '1 second'
from (select current_setting('bench.unit')::integer as unit) as size
cross join lateral generate_series(1, 5 * unit) as n;

insert into public.chat_messages_v2
select
  md5('message:' || n)::uuid,
  md5(case when n % 100 < 3 then 'gone-conversation:' || n / 700 else 'conversation:' || 1 + n % (5 * unit) end)::uuid,
  md5('agent:' || n % 40)::uuid,
  md5('profile:' || 1 + n % (3 * unit))::uuid,
  case when n % 2 = 0 then 'assistant' else 'user' end,
  jsonb_build_object('text', 'Message ' || n || ': is breakfast included, and may we check in before noon?'),
  timestamptz '2025-06-01 00:00Z' + n * interval '1 second'
from (select current_setting('bench.unit')::integer as unit) as size
cross join lateral generate_series(1, 50 * unit) as n;

alter table public.conversation_sessions add primary key (id);
alter table public.chat_messages_v2 add primary key (id);
alter table public.conversation_sessions
  add constraint conversation_sessions_user_id_fkey foreign key (user_id) references public.profiles (id) not valid;
create index conversation_sessions_conversation_id_idx on public.conversation_sessions (conversation_id);
