-- Two tables of parents. `bench.unit` is a hundredth of all rows; every choice follows from the row's number.

create table public.profiles (
  id uuid not null,
  full_name text,
  email text,
  phone text,
  created_at timestamptz not null default now()
);

create table public.all_leads (
  id uuid not null default gen_random_uuid(),
  name text,
  email text,
  phone text,
  source text,
  status text not null default 'new',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

insert into public.profiles
select
  md5('profile:' || n)::uuid,
  'Person ' || n,
  -- The 5th of a thousand is the 4th, who wrote the address in capitals the second time.
  case when n % 1000 = 5 then 'PERSON' || n - 1 || '@EXAMPLE.COM' else 'person' || n || '@example.com' end,
  '+91' || 9000000000 + n,
  timestamptz '2025-01-01 00:00Z' + n * interval '1 second'
from generate_series(1, 3 * current_setting('bench.unit')::integer) as n;

insert into public.all_leads
select
  md5('lead:' || n)::uuid,
  'Lead ' || n,
  case when n % 1000 = 5 then 'lead' || n - 1 || '@example.com' else 'lead' || n || '@example.com' end,
  '+91' || 8000000000 + n,
  (array['website', 'whatsapp', 'instagram', 'google_ads', 'referral'])[1 + n % 5],
  (array['new', 'contacted', 'qualified', 'converted', 'lost'])[1 + n % 5],
  timestamptz '2025-01-01 00:00Z' + n * interval '1 second',
  timestamptz '2025-01-02 00:00Z' + n * interval '1 second'
from generate_series(1, 3 * current_setting('bench.unit')::integer) as n;

alter table public.profiles add primary key (id);
alter table public.all_leads add primary key (id);
