-- Incident 2: the table came from a migration script that forgot the default of `id`.
-- Planted: 1,500 purchases of as many leads, 12 of them with status NULL although the column has a default.

create table public.lead_purchases (
  id uuid primary key,
  lead_id uuid not null references public.all_leads (id),
  agent_id uuid not null,
  price numeric(12, 2) not null,
  currency text not null default 'INR',
  status text default 'completed',
  purchased_at timestamptz not null default now(),
  notes text
);

create index lead_purchases_lead_id_idx on public.lead_purchases (lead_id);

insert into public.lead_purchases
select
  pg_temp.stable_uuid('purchase:' || i),
  lead.lead_id,
  -- 40 travel agents share the market, a few of them buying most.
  pg_temp.stable_uuid('travel-agent:' || least(pg_temp.roll('agent:' || i, 40), pg_temp.roll('busy-agent:' || i, 40))),
  case when abroad then 5 + pg_temp.roll('price:' || i, 60) * 0.5 else 149 + pg_temp.roll('price:' || i, 90) * 25 end,
  case when abroad then 'USD' else 'INR' end,
  case
    when i % 125 = 7 then null
    when lead.days_ago <= 3 then pg_temp.pick('purchase-status:' || i, array['completed', 'pending'])
    else pg_temp.pick('purchase-status:' || i, array[
      'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'refunded', 'disputed'
    ])
  end,
  greatest(
    pg_temp.moment('purchase:' || i, greatest(1, lead.days_ago - pg_temp.roll('purchase-day:' || i, 9))),
    lead.created_at + interval '25 minutes'
  ),
  pg_temp.fill(pg_temp.pick('note:' || i, array[
    null, null, null, 'Verified phone, asked for {city}', 'Family trip to {city}', 'Duplicate of an older enquiry, discounted',
    'Hot lead: travels within 14 days', 'Corporate enquiry, GST invoice needed', 'Prefers a call in the evening'
  ]), 'purchase:' || i)
from generate_series(1, 1500) as i
join demo_leads as lead on lead.n = 1 + (i * 1597) % 2997
cross join lateral (select lead.phone is not null and lead.phone not like '+91%' as abroad) as market
order by lead.created_at;
