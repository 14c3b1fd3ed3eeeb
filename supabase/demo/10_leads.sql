-- Leads: everyone who left an e-mail address or a phone number.
-- An address is kept trimmed and in lower case; phones, and whatever sessions hold, are as people wrote them.
-- Planted: 3,000 leads; addresses and phones are distinct after normalising, except three family phones that two leads share.

create table public.all_leads (
  id uuid primary key default gen_random_uuid(),
  name text,
  email text,
  phone text,
  source text,
  status text not null default 'new',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create temporary table demo_leads on commit drop as
select
  n,
  pg_temp.stable_uuid('lead:' || n) as lead_id,
  full_name,
  case when n % 19 > 0 then email end as email,
  -- 1410, 1733 and 2205 gave the family's phone; so did a relative, each with an address of their own.
  case when n % 19 = 0 or n % 17 > 0 then case n
    when 2998 then (select phone from demo_people where n = 1410)
    when 2999 then (select phone from demo_people where n = 1733)
    when 3000 then (select phone from demo_people where n = 2205)
    else phone
  end end as phone,
  n % 17 > 0 and n % 19 > 0 and n not in (1410, 1733, 2205, 2998, 2999, 3000) as plain,
  pg_temp.days_ago(n, 3000) as days_ago,
  pg_temp.moment('lead:' || n, pg_temp.days_ago(n, 3000)) as created_at
from demo_people
where n <= 3000;

alter table demo_leads add primary key (n);

insert into public.all_leads (id, name, email, phone, source, status, created_at, updated_at)
select
  lead_id,
  full_name,
  email,
  pg_temp.written(phone, 'lead:' || n),
  pg_temp.pick('source:' || n, array[
    'website', 'website', 'website', 'whatsapp', 'whatsapp', 'whatsapp', 'instagram', 'facebook', 'google_ads',
    'google_ads', 'referral', 'voice_call', 'travel_fair'
  ]),
  case when days_ago <= 4
    then pg_temp.pick('lead-status:' || n, array['new', 'new', 'new', 'contacted'])
    else pg_temp.pick('lead-status:' || n, array[
      'new', 'contacted', 'contacted', 'contacted', 'qualified', 'qualified', 'converted', 'converted', 'lost', 'lost'
    ])
  end,
  created_at,
  pg_temp.later(created_at, 'lead:' || n, interval '21 days')
from demo_leads
order by created_at;
