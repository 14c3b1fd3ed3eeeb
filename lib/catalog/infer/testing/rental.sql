-- Shaped as Pagila: snake case, keys named after their table, a partitioned table, every foreign key dropped.
create schema rental;
set local search_path = rental;
create table country (country_id serial primary key, country text not null, last_update timestamptz default now());
create table city (city_id serial primary key, city text not null, country_id integer not null);
create table address (address_id serial primary key, address text not null, district text, city_id integer not null, postal_code text, phone text);
create table store (store_id serial primary key, manager_staff_id integer not null unique, address_id integer not null);
create table staff (staff_id serial primary key, first_name text, address_id integer not null, store_id integer not null, email text, username text);
create table customer (customer_id serial primary key, store_id integer not null, email text, address_id integer not null, active integer);
create table language (language_id serial primary key, name char(20) not null);
create table film (
  film_id serial primary key, title text not null, release_year integer, language_id integer not null, original_language_id integer,
  rental_duration smallint not null default 3, length smallint, replacement_cost numeric(5, 2), rating text
);
create table actor (actor_id serial primary key, first_name text, last_name text);
create table category (category_id serial primary key, name text not null);
create table film_actor (actor_id integer, film_id integer, primary key (actor_id, film_id));
create table film_category (film_id integer, category_id integer, primary key (film_id, category_id));
create table inventory (inventory_id serial primary key, film_id integer not null, store_id integer not null);
create table rental (rental_id serial primary key, rental_date timestamptz, inventory_id integer not null, customer_id integer not null, staff_id integer not null);
create table payment (
  payment_id serial, customer_id integer not null, staff_id integer not null, rental_id integer not null, amount numeric(5, 2), payment_date date not null,
  primary key (payment_date, payment_id)
) partition by range (payment_date);
create table payment_2026_01 partition of payment for values from ('2026-01-01') to ('2026-02-01');
create table payment_2026_02 partition of payment for values from ('2026-02-01') to ('2026-03-01');
insert into country (country) select 'country ' || n from generate_series(1, 30) as n;
insert into city (city, country_id) select 'city ' || n, 1 + n % 30 from generate_series(1, 100) as n;
insert into address (address, city_id) select 'address ' || n, 1 + n % 100 from generate_series(1, 150) as n;
insert into store (manager_staff_id, address_id) select n, n from generate_series(1, 3) as n;
insert into staff (first_name, address_id, store_id) select 'name ' || n, 10 + n, 1 + n % 3 from generate_series(1, 6) as n;
insert into customer (store_id, address_id, active) select 1 + n % 3, 20 + n, n % 2 from generate_series(1, 120) as n;
insert into language (name) select 'language ' || n from generate_series(1, 6) as n;
insert into film (title, release_year, language_id, original_language_id, length)
  select 'film ' || n, 1990 + n % 30, 1 + n % 6, case when n % 3 = 0 then 1 + n % 5 end, 60 + n % 90 from generate_series(1, 200) as n;
insert into actor (first_name) select 'name ' || n from generate_series(1, 50) as n;
insert into category (name) select 'category ' || n from generate_series(1, 16) as n;
insert into film_actor select 1 + n % 50, 1 + n % 200 from generate_series(1, 199) as n;
insert into film_category select n, 1 + n % 16 from generate_series(1, 200) as n;
insert into inventory (film_id, store_id) select 1 + n % 200, 1 + n % 3 from generate_series(1, 400) as n;
insert into rental (inventory_id, customer_id, staff_id) select 1 + n % 400, 1 + n % 120, 1 + n % 6 from generate_series(1, 600) as n;
insert into payment (customer_id, staff_id, rental_id, amount, payment_date)
  select 1 + n % 120, 1 + n % 6, 1 + n % 600, 4.99, date '2026-01-01' + n % 59 from generate_series(1, 900) as n;
