-- Words, people and clocks for the demo. Everything here is temporary: the tables vanish with the load's transaction,
-- 90_finish.sql drops the functions.
--
-- The same rows come out of every load: each choice is an md5 of a stable key, never random(). Only the clock moves.
-- Times are offsets from the load, because a console full of last year's activity, or a session that "expired" on a
-- fixed date still ahead, would not show the incidents. No count depends on the day or the hour of the load.

create function pg_temp.roll(key text, sides integer) returns integer immutable language sql
return ('x' || substr(md5(key), 1, 7))::bit(28)::integer % sides;

create function pg_temp.pick(key text, options text[]) returns text immutable language sql
return options[1 + pg_temp.roll(key, cardinality(options))];

-- Version and variant digits are set because the console parses ids as RFC 9562 uuids.
create function pg_temp.stable_uuid(key text) returns uuid immutable language sql
return overlay(
  overlay(md5(key) placing '4' from 13 for 1)
  placing substr('89ab', 1 + pg_temp.roll('variant:' || key, 4), 1) from 17 for 1
)::uuid;

-- Growth: of `total` rows in order of age, more fall in recent weeks than in the first ones. Yesterday is 1.
create function pg_temp.days_ago(place integer, total integer) returns integer immutable language sql
return 1 + floor(424 * (1 - power((place - 0.5) / total, 0.7)))::integer;

-- Office and evening hours in India (UTC+05:30, no summer time), written as an offset so that no time zone data is needed.
create function pg_temp.moment(key text, days_ago integer) returns timestamptz stable language sql
return date_trunc('day', now() + interval '05:30', 'UTC') - interval '05:30'
  - make_interval(days => days_ago)
  + make_interval(
      hours => (array[
        7, 8, 9, 9, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17, 17, 18, 18,
        19, 19, 19, 20, 20, 20, 20, 21, 21, 21, 22
      ])[1 + pg_temp.roll('hour:' || key, 37)],
      mins => pg_temp.roll('minute:' || key, 60),
      secs => pg_temp.roll('second:' || key, 60)
    );

-- A time after `at`, at most `within` later and never after the load.
create function pg_temp.later(at timestamptz, key text, within interval) returns timestamptz stable language sql
return date_trunc('second', at + least(within, now() - at) * (pg_temp.roll('later:' || key, 1000) / 1000.0));

-- Fills the gaps of a template: {city}, {abroad} (somewhere that needs a visa), {month}, {price}, {pax}, {ref}.
create function pg_temp.fill(template text, key text) returns text immutable language sql
return replace(replace(replace(replace(replace(replace(template,
  '{city}', pg_temp.pick('city:' || key, array[
    'Goa', 'Jaipur', 'Udaipur', 'Munnar', 'Alleppey', 'Leh', 'Manali', 'Shimla', 'Rishikesh', 'Varanasi', 'Coorg',
    'Pondicherry', 'Havelock Island', 'Gangtok', 'Srinagar', 'Hampi', 'Dubai', 'Bali', 'Phuket', 'Singapore', 'Colombo',
    'Male', 'Bangkok', 'Hanoi', 'Istanbul', 'Tbilisi', 'Baku'
  ])),
  '{abroad}', pg_temp.pick('abroad:' || key, array[
    'Dubai', 'Bali', 'Singapore', 'Colombo', 'Hanoi', 'London', 'Paris', 'Istanbul', 'Tbilisi', 'Baku', 'Tokyo', 'Sydney'
  ])),
  '{month}', pg_temp.pick('month:' || key, array[
    'January', 'February', 'March', 'April', 'May', 'June', 'August', 'September', 'October', 'November', 'December'
  ])),
  '{price}', '₹' || to_char(18000 + pg_temp.roll('price:' || key, 160) * 500, 'FM999,999')),
  '{pax}', (2 + pg_temp.roll('pax:' || key, 5))::text),
  '{ref}', 'TB-' || 100000 + pg_temp.roll('ref:' || key, 90000));

-- One person per number: names, addresses and phones are all different, which the counts of incident 1 rely on.
create temporary table demo_people on commit drop as
with numbered as (
  -- Multipliers share no factor with the moduli, so no pair of names comes twice.
  select n, n % 9 = 0 as abroad, n / 9 as m, (n * 1597) % 4608 as home_pair, (n / 9 * 137) % 1296 as abroad_pair
  from generate_series(1, 4320) as n
),
named as (
  select
    n, abroad, m,
    case when abroad
      then (array[
        'Olivia', 'James', 'Fatima', 'Liam', 'Sophie', 'Omar', 'Hannah', 'Daniel', 'Layla', 'Noah', 'Grace', 'Marcus',
        'Amelia', 'Yusuf', 'Chloe', 'Ethan', 'Mariam', 'Oscar', 'Isabel', 'Khalid', 'Emily', 'Lucas', 'Noor', 'Henry',
        'Clara', 'Samuel', 'Aisha', 'Theo', 'Julia', 'Hassan', 'Megan', 'Adam', 'Salma', 'George', 'Ella', 'Peter'
      ])[1 + abroad_pair / 36]
      else (array[
        'Priya', 'Arjun', 'Ananya', 'Rohan', 'Kavya', 'Vikram', 'Sneha', 'Aditya', 'Meera', 'Karthik', 'Ishita', 'Rahul',
        'Divya', 'Siddharth', 'Pooja', 'Nikhil', 'Aarti', 'Varun', 'Lakshmi', 'Sandeep', 'Neha', 'Harish', 'Swati',
        'Manoj', 'Ritu', 'Deepak', 'Shreya', 'Gaurav', 'Anjali', 'Suresh', 'Tanvi', 'Imran', 'Zoya', 'Farhan', 'Nisha',
        'Ashwin', 'Bhavna', 'Kunal', 'Sunita', 'Tarun', 'Rekha', 'Vivek', 'Padma', 'Ajay', 'Simran', 'Jaspreet',
        'Gurpreet', 'Thomas', 'Maria', 'Joseph', 'Radhika', 'Mohit', 'Chitra', 'Naveen', 'Aparna', 'Yash', 'Komal',
        'Ramesh', 'Sanjana', 'Abhishek', 'Trisha', 'Dhruv', 'Vidya', 'Hemant', 'Jyoti', 'Pranav', 'Leela', 'Ayaan',
        'Sakshi', 'Girish', 'Mitali', 'Omkar'
      ])[1 + home_pair / 64]
    end as first_name,
    case when abroad
      then (array[
        'Walker', 'Haddad', 'Bennett', 'Rossi', 'Clarke', 'Mansour', 'Fischer', 'Hughes', 'Silva', 'Rahman', 'Morgan',
        'Novak', 'Price', 'Saleh', 'Turner', 'Laurent', 'Cooper', 'Aziz', 'Foster', 'Moretti', 'Reed', 'Karim', 'Shaw',
        'Lindqvist', 'Palmer', 'Farouk', 'Watts', 'Dubois', 'Grant', 'Sharif', 'Barker', 'Jansen', 'Wells', 'Nasser',
        'Doyle', 'Keller'
      ])[1 + abroad_pair % 36]
      else (array[
        'Sharma', 'Iyer', 'Patel', 'Reddy', 'Nair', 'Singh', 'Gupta', 'Menon', 'Deshmukh', 'Rao', 'Chatterjee', 'Khan',
        'Joshi', 'Pillai', 'Verma', 'Kulkarni', 'Bose', 'Mehta', 'Fernandes', 'Malhotra', 'Krishnan', 'Shah', 'Das',
        'Kapoor', 'Naidu', 'Mishra', 'Bhat', 'Agarwal', 'Sethi', 'Ghosh', 'Thakur', 'Subramanian', 'Chauhan', 'Pandey',
        'Jain', 'DSouza', 'Sinha', 'Hegde', 'Banerjee', 'Rathore', 'Kaur', 'Shetty', 'Qureshi', 'Saxena', 'Gowda',
        'Trivedi', 'Mukherjee', 'Varghese', 'Bajaj', 'Chopra', 'Venkatesh', 'Dutta', 'Gill', 'Parekh', 'Ansari',
        'Tiwari', 'Kamat', 'Sen', 'Yadav', 'Khanna', 'Mathew', 'Desai', 'Ranganathan', 'Bhatt'
      ])[1 + home_pair % 64]
    end as last_name
  from numbered
)
select
  n,
  first_name || ' ' || last_name as full_name,
  first_name,
  lower(
    case pg_temp.roll('email:' || n, 4)
      when 0 then first_name || '_' || last_name
      when 1 then last_name || '.' || first_name
      when 2 then first_name || '.' || last_name || (10 + pg_temp.roll('digits:' || n, 90))
      else first_name || '.' || last_name
    end
  ) || '@' || pg_temp.pick('domain:' || n, array[
    'example.com', 'example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.net', 'inbox.example.org'
  ]) as email,
  case
    when not abroad then '+91' || 7000000000 + (n::bigint * 1618033987) % 3000000000
    when m % 4 < 2 then '+447700' || 900000 + m
    when m % 4 = 2 then '+1' || (array['212', '415', '312', '617', '206', '305'])[1 + m / 100] || '55501' || lpad((m % 100)::text, 2, '0')
    else '+97150' || 1000000 + (m::bigint * 7654321) % 9000000
  end as phone
from numbered join named using (n, abroad, m);

alter table demo_people add primary key (n);

-- What people type: the same number in the notations seen in forms. National forms exist for Indian numbers only.
create function pg_temp.written(phone text, key text) returns text immutable language sql
return case
  when phone like '+91%' then case pg_temp.roll('notation:' || key, 10)
    when 0 then '+91 ' || substr(phone, 4, 5) || ' ' || substr(phone, 9)
    when 1 then '+91-' || substr(phone, 4, 5) || '-' || substr(phone, 9)
    when 2 then '0091' || substr(phone, 4)
    when 3 then '0' || substr(phone, 4)
    when 4 then '0' || substr(phone, 4, 5) || ' ' || substr(phone, 9)
    when 5 then substr(phone, 4)
    when 6 then substr(phone, 4, 5) || ' ' || substr(phone, 9)
    else phone
  end
  when phone like '+44%' then regexp_replace(phone, '^\+44(\d{4})', '+44 \1 ')
  when phone like '+1%' then regexp_replace(phone, '^\+1(\d{3})(\d{3})', '+1 (\1) \2-')
  when pg_temp.roll('notation:' || key, 2) = 0 then '00' || substr(phone, 2)
  else phone
end;

-- Stray capitals and spaces, as a phone's keyboard leaves them.
create function pg_temp.typed(email text, key text) returns text immutable language sql
return case pg_temp.roll('typing:' || key, 12)
  when 0 then initcap(split_part(email, '@', 1)) || '@' || split_part(email, '@', 2)
  when 1 then upper(email)
  when 2 then email || ' '
  when 3 then '  ' || email
  else email
end;
