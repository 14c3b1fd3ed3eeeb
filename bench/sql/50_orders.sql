create table public.orders (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  order_number text not null,
  product text,
  status text not null default 'pending',
  total numeric(12, 2) not null,
  currency text not null default 'INR',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

insert into public.orders
select
  md5('order:' || n)::uuid,
  case when n % 200 = 1 then md5('gone-user:' || n % 12)::uuid else md5('profile:' || 1 + n % (3 * unit))::uuid end,
  'TB-' || n,
  'Package ' || n % 211,
  (array['pending', 'paid', 'shipped', 'cancelled'])[1 + n % 4],
  1000 + n % 90000,
  'INR',
  timestamptz '2025-05-01 00:00Z' + n * interval '1 second',
  timestamptz '2025-05-02 00:00Z' + n * interval '1 second'
from (select current_setting('bench.unit')::integer as unit) as size
cross join lateral generate_series(1, 20 * unit) as n;

alter table public.orders add primary key (id);
alter table public.orders add unique (order_number);
