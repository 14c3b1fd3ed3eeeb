-- A shop of today: uuid keys, tenants, roles, and beside every kind of reference something that only looks like it.
create schema "Shop One";
set local search_path = "Shop One";
create table tenants (id uuid primary key default gen_random_uuid(), name text not null);
create table users (id uuid primary key default gen_random_uuid(), email text unique);
create table customers (id bigint generated always as identity primary key, customer_id integer, name text, country text, stripe_customer_id bigint);
create table countries (code char(2) primary key, name text);
create table products (id integer primary key, sku text unique not null, category_id integer, orders integer, product_type text, created_by uuid);
create table categories (id integer primary key, parent_id integer, name text, position integer);
create table orders (
  id bigint primary key, tenant_id uuid, "Customer ID" bigint, "billingCustomerId" bigint, legacy_customer_id integer, status text, line integer,
  created_by uuid, order_no integer
);
create table order_lines (order_id bigint, line_no integer, sku text, product_id integer, quantity integer, primary key (order_id, line_no));
create table shipments (id integer primary key, order_id bigint, line_no integer, session_id uuid, device_id text, id_customer bigint);
create table user_settings (user_id uuid primary key, theme text);
create table comments (id integer primary key, commentable_type text, commentable_id integer, author_id uuid, body text, item_type text, item_id integer);
create table items (id integer primary key);
create table orders_archive (id bigint primary key, customer_id bigint, order_id bigint);
create table audit_log (id bigint primary key, user_id uuid, order_id bigint);
create table vouchers (id integer primary key, customer_id bigint);
create table refunds (id integer primary key, order_id bigint);
insert into tenants (name) select 'tenant ' || n from generate_series(1, 5) as n;
insert into users (email) select 'u' || n || '@example.com' from generate_series(1, 40) as n;
insert into countries select chr(65 + n % 26) || chr(65 + n / 26), 'country ' || n from generate_series(0, 60) as n;
insert into customers (customer_id, name, country, stripe_customer_id)
  select n % 50 + 1, 'c' || n, chr(65 + n % 26) || 'A', n from generate_series(1, 100) as n;
insert into categories select n, case when n > 4 then 1 + n % 4 end, 'category ' || n, n from generate_series(1, 20) as n;
insert into products select n, 'SKU-' || n, 1 + n % 20, n % 30, 'x', (select id from users order by id offset n % 10 limit 1) from generate_series(1, 60) as n;
insert into orders
  select n, (select id from tenants order by id offset n % 5 limit 1), 1 + n % 100, 1 + n % 90, 1 + n % 80, 'paid', 1 + n % 4,
    (select id from users order by id offset n % 30 limit 1), n
  from generate_series(1, 300) as n;
insert into order_lines select 1 + n / 3, 1 + n % 3, 'SKU-' || 1 + n % 60, 1 + n % 60, 1 from generate_series(0, 899) as n;
insert into shipments select n, n, 1 + n % 3, gen_random_uuid(), 'device ' || n, 1 + n % 100 from generate_series(1, 200) as n;
insert into user_settings select id, 'dark' from users;
insert into items select n from generate_series(1, 50) as n;
insert into comments
  select n, case n % 2 when 0 then 'Product' else 'Order' end, 1 + n % 50, (select id from users order by id offset n % 12 limit 1), 'text',
    case n % 2 when 0 then 'Product' else 'Item' end, 1 + n % 50
  from generate_series(1, 100) as n;
insert into orders_archive select n, 1 + n % 100, n from generate_series(1, 100) as n;
insert into audit_log select n, (select id from users order by id offset n % 10 limit 1), 1 + n % 300 from generate_series(1, 100) as n;
-- Of another shop altogether.
insert into refunds select n, 500000 + n from generate_series(1, 50) as n;
