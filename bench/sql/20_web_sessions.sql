create table public.web_sessions (
  id uuid not null default gen_random_uuid(),
  lead_id uuid,
  customer_name text,
  customer_email text,
  customer_phone text,
  landing_page text,
  device text,
  status text not null default 'active',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

insert into public.web_sessions
select
  md5('web:' || n)::uuid,
  case
    when n % 50 = 0 then null
    when n % 900 = 1 then md5('gone-lead:' || n)::uuid
    else md5('lead:' || 1 + n % leads)::uuid
  end,
  'Lead ' || 1 + n % leads,
  case when n % 10 = 0 then 'lead' || 1 + n % leads || '@example.com' end,
  -- Of those without a lead, some give the phone of another lead than the email's.
  case when n % 450 = 0 then '+91' || 8000000000 + 2 + n % leads when n % 10 = 0 then '+91' || 8000000000 + 1 + n % leads end,
  '/offers/' || n % 97,
  (array['phone', 'desktop', 'tablet'])[1 + n % 3],
  (array['active', 'closed'])[1 + n % 2],
  jsonb_build_object('campaign', n % 31),
  timestamptz '2025-03-01 00:00Z' + n * interval '1 second',
  timestamptz '2025-03-02 00:00Z' + n * interval '1 second'
from (select 3 * current_setting('bench.unit')::integer as leads) as size
cross join lateral generate_series(1, 3 * leads) as n;

alter table public.web_sessions add primary key (id);
create index web_sessions_lead_id_idx on public.web_sessions (lead_id);
alter table public.web_sessions
  add constraint web_sessions_lead_id_fkey foreign key (lead_id) references public.all_leads (id) not valid;
