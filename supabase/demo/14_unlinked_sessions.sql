-- Incident 1, continued: voice and social sessions that were never linked to a lead. After normalising (address trimmed
-- and in lower case, phone in E.164 with India as the default country) their customer matches
--
--                                            voice  social
--   no contact data yet, rightly unlinked       58      37   (40 and 25 anonymous, 18 and 12 gave only a name)
--   exactly one lead                            64      41   (a quarter each: address, phone, both, address and a new phone)
--   no lead                                     22      17   (two of the 22 are one person: 21 + 17 leads to create)
--   two leads                                    5       3   (3 + 2: address of one and phone of another; 2 + 1: a family phone)

create temporary table demo_plain_leads on commit drop as
select row_number() over (order by n)::integer as place, * from demo_leads where plain;

create temporary table demo_unlinked on commit drop as
with channels (channel, anonymous, named, one, none) as (
  values ('voice', 40, 18, 64, 22), ('social', 25, 12, 41, 17)
)
-- anonymous, then a name only
select channel, 'silent:' || channel || i as key,
  case when i > anonymous then person.full_name end as name, null as email, null as phone, 1 + (i * 7) % 90 as days_ago
from channels
cross join lateral generate_series(1, anonymous + named) as i
join demo_people as person on person.n = 3100 + i

union all
-- exactly one lead, known by address (1), phone (2), both (0), or by an address given together with a new phone (3)
select channel, 'one:' || channel || i,
  case when i % 5 > 0 then lead.full_name end,
  case when i % 4 <> 2 then lead.email end,
  case i % 4 when 0 then lead.phone when 2 then lead.phone when 3 then stranger.phone end,
  least(lead.days_ago, 1 + (i * 11) % 120)
from channels
cross join lateral generate_series(1, one) as i
join demo_plain_leads as lead on lead.place = case channel when 'voice' then i * 37 else 5 + i * 53 end
join demo_people as stranger on stranger.n = case channel when 'voice' then 3200 else 3300 end + i

union all
-- nobody known; the 22nd voice caller gives the address of the first again, this time with a phone
select channel, 'none:' || channel || i,
  case when i % 5 > 0 then person.full_name end,
  case when i % 3 <> 2 then person.email end,
  case when i = 22 then (select phone from demo_people where n = 3022) when i % 3 <> 1 then person.phone end,
  1 + (i * 13) % 75
from channels
cross join lateral generate_series(1, none) as i
join demo_people as person on person.n = case when channel = 'social' then 3050 + i when i = 22 then 3001 else 3000 + i end

union all
-- the address of one lead and the phone of another
select channel, 'two:' || channel || i, mine.full_name, mine.email, theirs.phone, 1 + (i * 17) % 60
from (values ('voice', 3), ('social', 2)) as conflicts (channel, total)
cross join lateral generate_series(1, total) as i
join demo_plain_leads as mine on mine.place = case channel when 'voice' then 400 else 900 end + i * 61
join demo_plain_leads as theirs on theirs.place = case channel when 'voice' then 1600 else 2100 end + i * 47

union all
-- a phone that two leads share
select channel, 'family:' || n, null, null, phone, 4 + n % 40
from (values ('voice', 1410), ('voice', 1733), ('social', 2205)) as families (channel, n)
join demo_leads using (n);

insert into public.voice_sessions
select
  pg_temp.stable_uuid(key), null, name, pg_temp.typed(email, key), pg_temp.written(phone, key),
  'CA' || md5(key),
  'inbound',
  12 + pg_temp.roll('seconds:' || key, 600),
  pg_temp.call_summary(key),
  pg_temp.channel_status(key, days_ago),
  jsonb_build_object('language', pg_temp.pick('language:' || key, array['en', 'hi', 'hi', 'ta', 'mr'])),
  pg_temp.moment(key, days_ago), pg_temp.later(pg_temp.moment(key, days_ago), key, interval '16 minutes')
from demo_unlinked where channel = 'voice' order by days_ago desc, key;

insert into public.social_sessions
select
  pg_temp.stable_uuid(key), null, name, pg_temp.typed(email, key), pg_temp.written(phone, key),
  pg_temp.pick('platform:' || key, array['instagram', 'instagram', 'facebook', 'x']),
  '@' || pg_temp.pick('handle:' || key, array['wander', 'sunset', 'chai', 'filter.coffee', 'backpack', 'monsoon', 'window.seat'])
    || '_' || 10 + pg_temp.roll('handle-number:' || key, 900),
  pg_temp.chat_line(key),
  pg_temp.channel_status(key, days_ago),
  jsonb_build_object('entry', pg_temp.pick('entry:' || key, array['story_reply', 'direct_message', 'ad_click', 'comment'])),
  pg_temp.moment(key, days_ago), pg_temp.later(pg_temp.moment(key, days_ago), key, interval '6 hours')
from demo_unlinked where channel = 'social' order by days_ago desc, key;
