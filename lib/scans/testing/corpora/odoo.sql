-- Shaped as Odoo, the ERP: almost everything nullable, times in UTC without a zone, who wrote what on every row.
create table res_currency (id serial primary key, name varchar not null, symbol varchar not null, active boolean, create_date timestamp, write_date timestamp);
create table res_country (id serial primary key, name jsonb not null, code varchar(2) not null, currency_id integer references res_currency on delete set null, phone_code integer);
create unique index res_country_code_uniq on res_country (code);
create index on res_country (currency_id);
create table res_partner (
  id serial primary key, name varchar, parent_id integer references res_partner on delete set null, country_id integer references res_country on delete restrict,
  email varchar, phone varchar, vat varchar, ref varchar, is_company boolean, active boolean, color integer, partner_latitude numeric, partner_longitude numeric,
  create_uid integer, create_date timestamp, write_uid integer, write_date timestamp
);
create index on res_partner (parent_id);
create index on res_partner (country_id);
create table res_company (
  id serial primary key, name varchar not null unique, partner_id integer not null references res_partner on delete restrict,
  currency_id integer not null references res_currency on delete restrict, create_date timestamp
);
create index on res_company (partner_id);
create index on res_company (currency_id);
create table res_users (
  id serial primary key, login varchar not null unique, password varchar, company_id integer not null references res_company on delete restrict,
  partner_id integer not null references res_partner on delete restrict, active boolean default true, share boolean, create_date timestamp
);
create index on res_users (company_id);
create index on res_users (partner_id);
alter table res_partner add foreign key (create_uid) references res_users on delete set null, add foreign key (write_uid) references res_users on delete set null;
create index on res_partner (create_uid);
create index on res_partner (write_uid);
create table res_groups (id serial primary key, name jsonb not null);
create table res_groups_users_rel (gid integer not null references res_groups on delete cascade, uid integer not null references res_users on delete cascade, primary key (gid, uid));
create index on res_groups_users_rel (uid, gid);
create table uom_uom (id serial primary key, name jsonb not null, factor numeric not null, rounding numeric not null);
create table product_category (id serial primary key, name varchar not null, complete_name varchar, parent_id integer references product_category on delete cascade, parent_path varchar);
create index on product_category (parent_id);
create table product_template (
  id serial primary key, name jsonb not null, default_code varchar, categ_id integer not null references product_category on delete restrict,
  uom_id integer not null references uom_uom on delete restrict, list_price numeric, type varchar not null, sale_ok boolean, active boolean, company_id integer references res_company on delete set null,
  create_uid integer references res_users on delete set null, create_date timestamp, write_date timestamp
);
create index on product_template (categ_id);
create index on product_template (uom_id);
create index on product_template (company_id);
create index on product_template (create_uid);
create table product_product (
  id serial primary key, product_tmpl_id integer not null references product_template on delete cascade, default_code varchar, barcode varchar, weight numeric, volume numeric, active boolean, create_date timestamp
);
create index on product_product (product_tmpl_id);
create unique index product_product_barcode_uniq on product_product (barcode) where barcode is not null;
create table sale_order (
  id serial primary key, name varchar not null, partner_id integer not null references res_partner on delete restrict, user_id integer references res_users on delete set null,
  company_id integer not null references res_company on delete restrict, state varchar, date_order timestamp not null, validity_date date, client_order_ref varchar,
  amount_untaxed numeric, amount_tax numeric, amount_total numeric, access_token varchar, create_uid integer references res_users on delete set null, create_date timestamp, write_date timestamp,
  check ((state = 'sale' and date_order is not null) or state <> 'sale')
);
create index on sale_order (partner_id);
create index on sale_order (user_id);
create index on sale_order (company_id);
create index on sale_order (create_uid);
create table sale_order_line (
  id serial primary key, order_id integer not null references sale_order on delete cascade, product_id integer references product_product on delete restrict,
  product_uom integer references uom_uom on delete restrict, name text not null, sequence integer, product_uom_qty numeric not null, qty_delivered numeric, price_unit numeric not null, discount numeric,
  price_subtotal numeric, state varchar, display_type varchar, create_date timestamp, write_date timestamp
);
create index on sale_order_line (order_id);
create index on sale_order_line (product_id);
create index on sale_order_line (product_uom);
create table account_account (id serial primary key, code varchar(64) not null, name jsonb not null, account_type varchar not null, company_id integer not null references res_company on delete restrict, unique (code, company_id));
create index on account_account (company_id);
create table account_move (
  id serial primary key, name varchar, ref varchar, state varchar not null, move_type varchar not null, partner_id integer references res_partner on delete restrict,
  company_id integer references res_company on delete restrict, date date not null, invoice_date date, amount_total numeric, sequence_number integer, create_date timestamp, write_date timestamp
);
create index on account_move (partner_id);
create index on account_move (company_id);
create table account_move_line (
  id serial primary key, move_id integer not null references account_move on delete cascade, account_id integer references account_account on delete restrict,
  partner_id integer references res_partner on delete restrict, name varchar, debit numeric, credit numeric, balance numeric, quantity numeric, discount numeric, date date, create_date timestamp
);
create index on account_move_line (move_id);
create index on account_move_line (account_id);
create index on account_move_line (partner_id);
create table mail_message (
  id serial primary key, model varchar, res_id integer, author_id integer references res_partner on delete set null, parent_id integer references mail_message on delete set null,
  body text, message_type varchar not null, date timestamp, email_from varchar, create_date timestamp
);
create index on mail_message (author_id);
create index on mail_message (parent_id);
create index on mail_message (model, res_id);
create table ir_attachment (id serial primary key, name varchar not null, res_model varchar, res_id integer, type varchar not null, url varchar, file_size integer, checksum varchar(40), create_date timestamp);
create index on ir_attachment (res_model, res_id);

insert into res_currency (name, symbol, active) select 'C' || lpad(n::text, 2, '0'), 'c' || n, true from generate_series(1, 12) as n;
insert into res_country (name, code, currency_id, phone_code) select jsonb_build_object('en_US', 'Country ' || n), chr(65 + n % 26) || chr(65 + n / 26), 1 + n % 12, n from generate_series(1, 60) as n;
insert into res_partner (name, country_id, email, phone, is_company, active, create_date)
  select 'Partner ' || n, 1 + n % 60, 'partner' || n || '@example.com', '+32 81 81 ' || 3700 + n, n % 4 = 0, true, timestamp '2024-01-01' + n * interval '1 hour' from generate_series(1, 200) as n;
update res_partner set parent_id = 4 * (1 + id % 20) where id > 100 and not is_company;
insert into res_company (name, partner_id, currency_id, create_date) values ('My Company', 4, 1, '2024-02-01'), ('Other Company', 8, 2, '2024-02-01');
insert into res_users (login, company_id, partner_id, create_date) select 'user' || n || '@example.com', 1 + n % 2, n, timestamp '2024-02-10' from generate_series(1, 20) as n;
update res_partner set create_uid = 1 + id % 20, write_uid = 1 + id % 7 where id > 20;
insert into res_groups (name) select jsonb_build_object('en_US', 'Group ' || n) from generate_series(1, 10) as n;
insert into res_groups_users_rel select 1 + n % 10, 1 + n / 10 from generate_series(0, 199) as n;
insert into uom_uom (name, factor, rounding) select jsonb_build_object('en_US', 'Unit ' || n), 1, 0.01 from generate_series(1, 6) as n;
insert into product_category (name, parent_id) select 'Category ' || n, case when n > 3 then 1 + n % 3 end from generate_series(1, 15) as n;
insert into product_template (name, default_code, categ_id, uom_id, list_price, type, create_uid, create_date)
  select jsonb_build_object('en_US', 'Product ' || n), 'P-' || n, 1 + n % 15, 1 + n % 6, n, 'consu', 1 + n % 20, timestamp '2024-03-01' from generate_series(1, 80) as n;
insert into product_product (product_tmpl_id, default_code, barcode, create_date) select n, 'P-' || n, 400000 + n, timestamp '2024-03-01' from generate_series(1, 80) as n;
insert into sale_order (name, partner_id, user_id, company_id, state, date_order, amount_total, create_uid, create_date)
  select 'S' || lpad(n::text, 5, '0'), 1 + n % 200, 1 + n % 20, 1 + n % 2, (array['draft', 'sent', 'sale', 'cancel'])[1 + n % 4], timestamp '2024-05-01' + n * interval '1 hour', 100, 1 + n % 20, timestamp '2024-05-01' + n * interval '1 hour'
  from generate_series(1, 400) as n;
insert into sale_order_line (order_id, product_id, product_uom, name, sequence, product_uom_qty, price_unit, discount, create_date)
  select 1 + n % 400, 1 + n % 80, 1 + n % 6, 'Line ' || n, n % 3, 2, 10, 0, timestamp '2024-06-01' + n * interval '1 hour' from generate_series(1, 1000) as n;
insert into account_account (code, name, account_type, company_id) select 100000 + n, jsonb_build_object('en_US', 'Account ' || n), 'asset', 1 + n % 2 from generate_series(1, 60) as n;
insert into account_move (name, state, move_type, partner_id, company_id, date, amount_total, sequence_number, create_date)
  select 'INV/' || n, 'posted', 'out_invoice', 1 + n % 200, 1 + n % 2, date '2024-06-01', 100, n, timestamp '2024-06-01' from generate_series(1, 300) as n;
insert into account_move_line (move_id, account_id, partner_id, debit, credit, balance, quantity, create_date)
  select 1 + n % 300, 1 + n % 60, 1 + n % 200, 100 * (n % 2), 100 * (1 - n % 2), 100 - 200 * (n % 2), 1 - 2 * (n % 2), timestamp '2024-06-02' from generate_series(1, 900) as n;
insert into mail_message (model, res_id, author_id, parent_id, body, message_type, date)
  select case n % 2 when 0 then 'sale.order' else 'res.partner' end, 1 + n % 200, 1 + n % 200, case when n % 6 = 0 then n - 1 end, '<p>Hello</p>', 'comment', timestamp '2024-07-01' from generate_series(1, 300) as n;
insert into ir_attachment (name, res_model, res_id, type, file_size, checksum) select 'file ' || n, 'sale.order', 1 + n % 400, 'binary', n, md5(n::text) from generate_series(1, 100) as n;
analyze;
