create table public.sessions (
  session_id uuid not null default gen_random_uuid(),
  customer_id bigint not null,
  phone text not null,
  channel text,
  session_token text,
  status text not null default 'active' check (status in ('active', 'logged_out', 'expired')),
  created_at timestamptz not null default now(),
  last_activity timestamptz not null default now(),
  expires_at timestamptz,
  metadata jsonb default '{}'
);

insert into public.sessions
select
  md5('session:' || n)::uuid,
  1 + n % 1009,
  case when n % 1000 = 4 then '' else '+91' || 7000000000 + n end,
  (array['chat', 'whatsapp', 'kiosk'])[1 + n % 3],
  md5('token:' || n),
  case when n % 10 < 5 then 'active' else 'logged_out' end,
  timestamptz '2025-02-01 00:00Z' + n * interval '1 second',
  timestamptz '2025-02-02 00:00Z' + n * interval '1 second',
  case when n % 10 < 5 and n % 100 <> 3 then timestamptz '2099-01-01 00:00Z' else timestamptz '2025-03-01 00:00Z' end,
  '{}'
from generate_series(1, 10 * current_setting('bench.unit')::integer) as n;

alter table public.sessions add primary key (session_id);
create index sessions_active_phone_idx on public.sessions (phone) where status = 'active';
