-- Incident 5: four tables name a user, none has a foreign key or an index on user_id, and twelve users are gone.
-- Planted orphans: orders 23 of 2,423 (one of user 6b47cbac-9009-42e3-9a37-b1106bf0cba0, the one of the documented
-- error), chat_messages 57 of 5,257, conversations 14 of 914, leads 31 of 1,131. 180 leads have no user: not orphans.

create table public.profiles (
  id uuid primary key,
  full_name text,
  email text,
  phone text,
  created_at timestamptz not null default now()
);

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  order_number text not null unique,
  product text,
  status text not null default 'pending',
  total numeric(12, 2) not null,
  currency text not null default 'INR',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.chat_messages (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  role text not null check (role in ('user', 'assistant')),
  content text not null,
  created_at timestamptz not null default now()
);

create table public.conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  title text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.leads (
  id uuid primary key default gen_random_uuid(),
  user_id uuid,
  name text,
  email text,
  phone text,
  status text not null default 'new',
  created_at timestamptz not null default now()
);

-- All profiles are older than the rows of the last 14 months that name them.
insert into public.profiles (id, full_name, email, phone, created_at)
select pg_temp.stable_uuid('profile:' || n), full_name, email, phone, pg_temp.moment('profile:' || n, 430 + (3600 - n) / 4)
from demo_people
where n between 2401 and 3600
order by n;

create function pg_temp.member(key text) returns uuid immutable language sql
return pg_temp.stable_uuid('profile:' || 2401 + pg_temp.roll('member:' || key, 1200));

-- Users whose profile was deleted: 0 is the one of the documented error, 1 to 11 are others.
create function pg_temp.gone(k integer) returns uuid immutable language sql
return case when k = 0 then '6b47cbac-9009-42e3-9a37-b1106bf0cba0'::uuid else pg_temp.stable_uuid('gone:' || k) end;

insert into public.orders (id, user_id, order_number, product, status, total, currency, created_at, updated_at)
select
  pg_temp.stable_uuid('order:' || n),
  case
    when n % 105 <> 52 then pg_temp.member('order:' || n)
    when n = 1207 then pg_temp.gone(0)
    else pg_temp.gone(1 + n / 105 % 11)
  end,
  'TB-' || 100000 + n,
  pg_temp.fill(offer.product, 'order:' || n),
  case when day.ago <= 2
    then pg_temp.pick('order-status:' || n, array['pending', 'paid', 'paid'])
    else pg_temp.pick('order-status:' || n, array['paid', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'cancelled', 'refunded'])
  end,
  round(offer.price * (80 + pg_temp.roll('order-price:' || n, 60)) / 100.0, -1) - 1,
  'INR',
  at.created_at,
  pg_temp.later(at.created_at, 'order:' || n, interval '4 days')
from generate_series(1, 2423) as n
cross join lateral (select pg_temp.days_ago(n, 2423) as ago) as day
cross join lateral (select pg_temp.moment('order:' || n, day.ago) as created_at) as at
join (values
  (0, '{city} holiday, 4 nights for two', 42000), (1, '{city} weekend, 2 nights', 16500), (2, 'Return flights to {abroad}', 38000),
  (3, 'Visa service {abroad}', 5200), (4, 'Travel insurance, 10 days', 1850), (5, 'Airport transfer {city}', 1400),
  (6, 'Cabin trolley 55 cm', 3900), (7, 'eSIM {abroad}, 10 GB', 1650), (8, 'Guided day tour {city}', 2800),
  (9, 'Houseboat night, Alleppey', 9800), (10, 'Hotel in {city}, 3 nights', 14500), (11, 'Travel adapter and pillow set', 1290)
) as offer (kind, product, price) on offer.kind = pg_temp.roll('offer:' || n, 12)
order by at.created_at;

-- Dialogues of four messages; those of users who are gone break off after three.
insert into public.chat_messages (user_id, role, content, created_at)
select
  case when d % 69 = 34 then pg_temp.gone(d / 69 % 12) else pg_temp.member('chat:' || d) end,
  case when turn % 2 = 1 then 'user' else 'assistant' end,
  pg_temp.fill(case when turn % 2 = 1 then line.question else line.answer end, 'chat:' || d),
  said.created_at
from generate_series(1, 1319) as d
cross join lateral generate_series(1, case when d % 69 = 34 then 3 else 4 end) as turn
join (values
  (0, 'Where is my order {ref}?', 'It left our warehouse yesterday and should reach you within two days.'),
  (1, 'Can I get the invoice with my GST number?', 'Sure, please write the number here and I will send a new invoice for {ref}.'),
  (2, 'The eSIM does not connect in {abroad}', 'Please switch on data roaming for the new line; it connects after a restart in most cases.'),
  (3, 'I want to return the trolley, a wheel is broken', 'Sorry to hear that! Pickup is booked for tomorrow, the refund follows after the check.'),
  (4, 'Do you deliver to {city}?', 'Yes, we deliver there in 3 to 5 days, free above 999.'),
  (5, 'When will the {abroad} visa be ready?', 'It is with the embassy now. We expect it in three working days.'),
  (6, 'How do I use my coupon?', 'Enter it on the payment page, before choosing UPI or card.'),
  (7, 'Please cancel {ref}', 'Cancelled. The amount goes back to the original payment method in 5 to 7 days.'),
  (8, 'Is the day tour in {city} running on Sunday?', 'Yes, on every day except Monday. There are six seats left for Sunday.'),
  (9, 'Change the delivery address please', 'No problem, tell me the new address with the PIN code.'),
  (10, 'Thanks, got it!', 'Happy to help. Have a good day!'),
  (11, 'Can someone call me back?', 'An advisor calls you within 30 minutes. Is the number in your profile right?'),
  (12, 'The voucher for {city} has the wrong date', 'I see it, sorry! The corrected voucher is in your inbox.'),
  (13, 'What is covered by the travel insurance?', 'Hospital stays, lost baggage, delays above six hours, and cancellation for medical reasons.'),
  (14, 'Do you have this in blue?', 'Blue is back in stock from {month}. Shall I let you know?'),
  (15, 'Price dropped after I ordered, can I get the difference?', 'Within 48 hours, yes. I have added it to your wallet.'),
  (16, 'ok', 'Anything else I can do for you?')
) as line (n, question, answer) on line.n = (pg_temp.roll('line:' || d, 17) + (turn + 1) / 2 * 5) % 17
cross join lateral (
  select pg_temp.moment('chat:' || d, pg_temp.days_ago(d, 1319)) + make_interval(secs => turn * 41 + pg_temp.roll('typing:' || d, 20)) as created_at
) as said
order by said.created_at, d, turn;

insert into public.conversations (id, user_id, title, created_at, updated_at)
select
  pg_temp.stable_uuid('support:' || n),
  case when n % 65 = 33 then pg_temp.gone(n / 65 % 12) else pg_temp.member('support:' || n) end,
  pg_temp.fill(pg_temp.pick('subject:' || n, array[
    'Order {ref}: delivery', 'Refund for {ref}', 'Visa for {abroad}', '{city} in {month}', 'Hotel in {city}', 'Invoice with GST number',
    'Airport transfer {city}', 'eSIM for {abroad}', 'Change of traveller name', 'Flights to {abroad} in {month}', 'Insurance claim',
    'Gift card', 'Return of a trolley', 'Group of {pax} to {city}', 'Payment pending for {ref}', 'Feedback on {city}'
  ]), 'support:' || n),
  at.created_at,
  pg_temp.later(at.created_at, 'support:' || n, interval '5 hours')
from generate_series(1, 914) as n
cross join lateral (select pg_temp.moment('support:' || n, pg_temp.days_ago(n, 914)) as created_at) as at
order by at.created_at;

insert into public.leads (id, user_id, name, email, phone, status, created_at)
select
  pg_temp.stable_uuid('shop-lead:' || lead.n),
  case
    when lead.n % 36 = 18 then pg_temp.gone(lead.n / 36 % 12)
    -- captured by the widget before anybody had signed in
    when lead.n % 6 = 1 and lead.n <= 1080 then null
    else pg_temp.member('shop-lead:' || lead.n)
  end,
  person.full_name,
  person.email,
  person.phone,
  pg_temp.pick('shop-lead-status:' || lead.n, array['new', 'new', 'contacted', 'contacted', 'qualified', 'converted', 'lost']),
  pg_temp.moment('shop-lead:' || lead.n, pg_temp.days_ago(lead.n, 1131))
from generate_series(1, 1131) as lead (n)
join demo_people as person on person.n = 1 + (lead.n * 1601) % 4320
order by pg_temp.moment('shop-lead:' || lead.n, pg_temp.days_ago(lead.n, 1131));
