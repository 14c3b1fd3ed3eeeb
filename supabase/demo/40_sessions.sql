-- Incident 4: sign-in sessions of the shop's chat, kiosk and WhatsApp. customer_id is bigint where text was promised.
-- Planted: 2,000 sessions, 360 of them active: 311 sound (customers 103 and 104 are the two newest rows), 38 past
-- expires_at, 11 without a session_token (6 NULL, 5 empty). No row has both faults; every other row has a token.
-- A customer has at most one active session.

create table public.sessions (
  session_id uuid primary key default gen_random_uuid(),
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

create index sessions_active_phone_idx on public.sessions (phone) where status = 'active';

create temporary table demo_customers on commit drop as
select
  (n - 3500)::bigint as customer_id,
  case n - 3500 when 103 then '+919876543210' when 104 then '+919987654321' else phone end as phone
from demo_people
where n between 3601 and 4300;

alter table demo_customers add primary key (customer_id);

create temporary table demo_sessions on commit drop as
-- The two sign-ins of the document, minutes before the load, so that they are the newest of all.
select
  'documented:' || customer_id as key,
  customer_id,
  channel,
  'active' as status,
  date_trunc('second', now()) - make_interval(mins => minutes) as created_at,
  date_trunc('second', now()) - interval '2 minutes' as last_activity,
  date_trunc('second', now()) + interval '1 year' as expires_at
from (values (103::bigint, 'chat', 12), (104, 'kiosk', 9)) as documented (customer_id, channel, minutes)

union all
-- 309 sound, 11 without token, 38 expired. Sound ones last for months: none may expire while the demo is in use.
select
  'active:' || n,
  105 + (n * 353) % 696,
  pg_temp.pick('active-channel:' || n, array['chat', 'chat', 'chat', 'whatsapp', 'whatsapp', 'kiosk']),
  'active',
  created_at,
  pg_temp.later(created_at, 'active:' || n, interval '6 days'),
  case when n > 320 then created_at + interval '30 days' else date_trunc('second', now()) + make_interval(days => 180 + n % 180) end
from generate_series(1, 358) as n
cross join lateral (
  select pg_temp.moment('active:' || n, case when n > 320 then 40 + n * 7 % 100 else 1 + n % 34 end) as created_at
) as started

union all
-- 1,640 that ended: 1,000 by signing out, 640 by time
select
  'ended:' || n,
  101 + (n * 353) % 700,
  pg_temp.pick('ended-channel:' || n, array['chat', 'chat', 'chat', 'whatsapp', 'whatsapp', 'kiosk']),
  case when n % 41 < 25 then 'logged_out' else 'expired' end,
  created_at,
  pg_temp.later(created_at, 'ended:' || n, interval '20 days'),
  created_at + interval '30 days'
from generate_series(1, 1640) as n
cross join lateral (select pg_temp.moment('ended:' || n, 35 + pg_temp.days_ago(n, 1640) * 9 / 10) as created_at) as started;

insert into public.sessions
  (session_id, customer_id, phone, channel, session_token, status, created_at, last_activity, expires_at, metadata)
select
  pg_temp.stable_uuid(key),
  customer_id,
  phone,
  channel,
  case
    when key in ('active:310', 'active:311', 'active:312', 'active:313', 'active:314', 'active:315') then null
    when key in ('active:316', 'active:317', 'active:318', 'active:319', 'active:320') then ''
    else md5('token:' || key) || substr(md5('more:' || key), 1, 11)
  end,
  status,
  created_at,
  last_activity,
  expires_at,
  case channel
    when 'kiosk' then jsonb_build_object('store', pg_temp.pick('store:' || key, array[
      'Phoenix Arcade, Pune', 'Lake Road, Kolkata', 'MG Road, Bengaluru', 'Marine Drive, Kochi', 'Banjara Hills, Hyderabad'
    ]))
    else jsonb_build_object(
      'device', pg_temp.pick('phone-model:' || key, array['Android', 'Android', 'Android', 'iOS']),
      'cart_items', pg_temp.roll('cart:' || key, 5),
      'language', pg_temp.pick('session-language:' || key, array['en', 'en', 'hi', 'ta', 'bn'])
    )
  end
from demo_sessions
join demo_customers using (customer_id)
order by created_at;
