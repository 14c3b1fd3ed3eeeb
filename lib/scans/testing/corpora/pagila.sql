-- Shaped as Pagila, the DVD rental sample of PostgreSQL: domains, enums, arrays, a partitioned table, views, triggers.
create type mpaa_rating as enum ('G', 'PG', 'PG-13', 'R', 'NC-17');
create domain year as integer check (value >= 1901 and value <= 2155);
create function last_updated() returns trigger language plpgsql as $$
begin
  new.last_update = current_timestamp;
  return new;
end $$;

create table actor (actor_id serial primary key, first_name text not null, last_name text not null, last_update timestamptz not null default now());
create index idx_actor_last_name on actor (last_name);
create table category (category_id serial primary key, name text not null, last_update timestamptz not null default now());
create table language (language_id serial primary key, name char(20) not null, last_update timestamptz not null default now());
create table country (country_id serial primary key, country text not null, last_update timestamptz not null default now());
create table city (
  city_id serial primary key, city text not null, country_id integer not null references country on update cascade on delete restrict,
  last_update timestamptz not null default now()
);
create index idx_fk_country_id on city (country_id);
create table address (
  address_id serial primary key, address text not null, address2 text, district text not null,
  city_id integer not null references city on update cascade on delete restrict, postal_code text, phone text not null,
  last_update timestamptz not null default now()
);
create index idx_fk_city_id on address (city_id);
create table store (
  store_id serial primary key, manager_staff_id integer not null, address_id integer not null references address on update cascade on delete restrict,
  last_update timestamptz not null default now()
);
create unique index idx_unq_manager_staff_id on store (manager_staff_id);
create table staff (
  staff_id serial primary key, first_name text not null, last_name text not null, address_id integer not null references address on update cascade on delete restrict,
  email text, store_id integer not null references store, active boolean not null default true, username text not null, password text,
  last_update timestamptz not null default now(), picture bytea
);
create table customer (
  customer_id serial primary key, store_id integer not null references store on update cascade on delete restrict, first_name text not null,
  last_name text not null, email text, address_id integer not null references address on update cascade on delete restrict,
  activebool boolean not null default true, create_date date not null default current_date, last_update timestamptz default now(), active integer
);
create index idx_fk_address_id on customer (address_id);
create index idx_fk_store_id on customer (store_id);
create index idx_last_name on customer (last_name);
create table film (
  film_id serial primary key, title text not null, description text, release_year year,
  language_id integer not null references language on update cascade on delete restrict,
  original_language_id integer references language on update cascade on delete restrict,
  rental_duration smallint not null default 3, rental_rate numeric(4, 2) not null default 4.99, length smallint,
  replacement_cost numeric(5, 2) not null default 19.99, rating mpaa_rating default 'G', last_update timestamptz not null default now(),
  special_features text[], fulltext tsvector not null
);
create index film_fulltext_idx on film using gist (fulltext);
create index idx_title on film (title);
create index idx_fk_language_id on film (language_id);
create index idx_fk_original_language_id on film (original_language_id);
create table film_actor (
  actor_id integer not null references actor on update cascade on delete restrict, film_id integer not null references film on update cascade on delete restrict,
  last_update timestamptz not null default now(), primary key (actor_id, film_id)
);
create index idx_fk_film_id on film_actor (film_id);
create table film_category (
  film_id integer not null references film on update cascade on delete restrict, category_id integer not null references category on update cascade on delete restrict,
  last_update timestamptz not null default now(), primary key (film_id, category_id)
);
create table inventory (
  inventory_id serial primary key, film_id integer not null references film on update cascade on delete restrict,
  store_id integer not null references store on update cascade on delete restrict, last_update timestamptz not null default now()
);
create index idx_store_id_film_id on inventory (store_id, film_id);
create table rental (
  rental_id serial primary key, rental_date timestamptz not null, inventory_id integer not null references inventory on update cascade on delete restrict,
  customer_id integer not null references customer on update cascade on delete restrict, return_date timestamptz,
  staff_id integer not null references staff on update cascade on delete restrict, last_update timestamptz not null default now()
);
create unique index idx_unq_rental_rental_date_inventory_id_customer_id on rental (rental_date, inventory_id, customer_id);
create index idx_fk_inventory_id on rental (inventory_id);
create table payment (
  payment_id serial not null, customer_id integer not null, staff_id integer not null, rental_id integer not null, amount numeric(5, 2) not null,
  payment_date timestamptz not null, primary key (payment_date, payment_id)
) partition by range (payment_date);
do $$
begin
  for month in 1..3 loop
    execute format('create table payment_p2022_0%s partition of payment for values from (%L) to (%L)', month, make_date(2022, month, 1), make_date(2022, month + 1, 1));
    execute format('create index idx_fk_payment_p2022_0%s_customer_id on payment_p2022_0%1$s (customer_id)', month);
    execute format('alter table payment_p2022_0%s add foreign key (customer_id) references customer, add foreign key (staff_id) references staff, add foreign key (rental_id) references rental', month);
  end loop;
end $$;

insert into actor (first_name, last_name) select 'First ' || n, 'Last ' || n from generate_series(1, 60) as n;
insert into category (name) select 'Category ' || n from generate_series(1, 16) as n;
insert into language (name) select 'Language ' || n from generate_series(1, 6) as n;
insert into country (country) select 'Country ' || n from generate_series(1, 40) as n;
insert into city (city, country_id) select 'City ' || n, 1 + n % 40 from generate_series(1, 120) as n;
insert into address (address, address2, district, city_id, postal_code, phone)
  select n || ' Main Street', '', 'District ' || n % 20, 1 + n % 120, (10000 + n)::text, (140000000000 + n)::text from generate_series(1, 200) as n;
insert into store (manager_staff_id, address_id) values (1, 1), (2, 2);
insert into staff (first_name, last_name, address_id, email, store_id, username) values ('Mike', 'Hillyer', 3, 'Mike.Hillyer@sakilastaff.com', 1, 'Mike'), ('Jon', 'Stephens', 4, 'Jon.Stephens@sakilastaff.com', 2, 'Jon');
insert into customer (store_id, first_name, last_name, email, address_id, create_date, active)
  select 1 + n % 2, 'First ' || n, 'Last ' || n, 'CUSTOMER.' || n || '@sakilacustomer.org', 4 + n, '2022-02-14', case when n % 40 = 0 then 0 else 1 end from generate_series(1, 150) as n;
insert into film (title, description, release_year, language_id, original_language_id, length, rating, special_features, fulltext)
  select 'Film ' || n, 'A story of ' || n, 2006, 1, case when n % 5 = 0 then 2 + n % 5 end, 60 + n % 120, (enum_range(null::mpaa_rating))[1 + n % 5],
    array['Trailers', 'Deleted Scenes'], to_tsvector('simple', 'film ' || n)
  from generate_series(1, 200) as n;
insert into film_actor select 1 + n % 60, 1 + n / 3 from generate_series(0, 500) as n;
insert into film_category select n, 1 + n % 16 from generate_series(1, 200) as n;
insert into inventory (film_id, store_id) select 1 + n % 200, 1 + n % 2 from generate_series(1, 600) as n;
insert into rental (rental_date, inventory_id, customer_id, return_date, staff_id)
  select timestamptz '2022-01-01 10:00Z' + n * interval '70 minutes', 1 + n % 600, 1 + n % 150, timestamptz '2022-01-04 10:00Z' + n * interval '70 minutes', 1 + n % 2
  from generate_series(1, 1500) as n;
insert into payment (customer_id, staff_id, rental_id, amount, payment_date)
  select 1 + n % 150, 1 + n % 2, n, 0.99 + n % 9, timestamptz '2022-01-01 10:00Z' + n * interval '70 minutes' from generate_series(1, 1500) as n;

create view customer_list as
  select cu.customer_id as id, cu.first_name || ' ' || cu.last_name as name, a.address, ci.city from customer cu join address a using (address_id) join city ci using (city_id);
create view film_list as select f.film_id as fid, f.title, c.name as category from film f left join film_category using (film_id) left join category c using (category_id);
create materialized view rental_by_category as
  select c.name as category, sum(p.amount) as total_sales from payment p join rental r using (rental_id) join inventory i using (inventory_id) join film_category using (film_id) join category c using (category_id) group by 1;
create trigger last_updated before update on film for each row execute function last_updated();
create trigger last_updated before update on customer for each row execute function last_updated();
analyze;
