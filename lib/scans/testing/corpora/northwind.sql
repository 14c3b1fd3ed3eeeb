-- Shaped as Northwind for PostgreSQL: text and smallint keys, composite keys, a self-reference, no index on any foreign key.
create table categories (category_id smallint primary key, category_name varchar(15) not null, description text, picture bytea);
create table customer_demographics (customer_type_id varchar(5) primary key, customer_desc text);
create table customers (
  customer_id varchar(5) primary key, company_name varchar(40) not null, contact_name varchar(30), contact_title varchar(30), address varchar(60),
  city varchar(15), region varchar(15), postal_code varchar(10), country varchar(15), phone varchar(24), fax varchar(24)
);
create table customer_customer_demo (
  customer_id varchar(5) not null references customers, customer_type_id varchar(5) not null references customer_demographics, primary key (customer_id, customer_type_id)
);
create table employees (
  employee_id smallint primary key, last_name varchar(20) not null, first_name varchar(10) not null, title varchar(30), title_of_courtesy varchar(25),
  birth_date date, hire_date date, address varchar(60), city varchar(15), region varchar(15), postal_code varchar(10), country varchar(15),
  home_phone varchar(24), extension varchar(4), photo bytea, notes text, reports_to smallint references employees, photo_path varchar(255)
);
create table suppliers (
  supplier_id smallint primary key, company_name varchar(40) not null, contact_name varchar(30), contact_title varchar(30), address varchar(60),
  city varchar(15), region varchar(15), postal_code varchar(10), country varchar(15), phone varchar(24), fax varchar(24), homepage text
);
create table products (
  product_id smallint primary key, product_name varchar(40) not null, supplier_id smallint references suppliers, category_id smallint references categories,
  quantity_per_unit varchar(20), unit_price real, units_in_stock smallint, units_on_order smallint, reorder_level smallint, discontinued integer not null
);
create table region (region_id smallint primary key, region_description varchar(60) not null);
create table shippers (shipper_id smallint primary key, company_name varchar(40) not null, phone varchar(24));
create table orders (
  order_id smallint primary key, customer_id varchar(5) references customers, employee_id smallint references employees, order_date date,
  required_date date, shipped_date date, ship_via smallint references shippers, freight real, ship_name varchar(40), ship_address varchar(60),
  ship_city varchar(15), ship_region varchar(15), ship_postal_code varchar(10), ship_country varchar(15)
);
create table territories (territory_id varchar(20) primary key, territory_description varchar(60) not null, region_id smallint not null references region);
create table employee_territories (
  employee_id smallint not null references employees, territory_id varchar(20) not null references territories, primary key (employee_id, territory_id)
);
create table order_details (
  order_id smallint not null references orders, product_id smallint not null references products, unit_price real not null, quantity smallint not null,
  discount real not null, primary key (order_id, product_id)
);
create table us_states (state_id smallint primary key, state_name varchar(100), state_abbr varchar(2), state_region varchar(50));

insert into categories select n, 'Category ' || n, 'Things of kind ' || n from generate_series(1, 8) as n;
insert into customers (customer_id, company_name, contact_name, city, country, phone)
  select 'C' || lpad(n::text, 4, '0'), 'Company ' || n, 'Contact ' || n, 'City ' || n % 60, 'Country ' || n % 20, '(0' || n || ') 555-' || 4000 + n from generate_series(1, 91) as n;
insert into employees (employee_id, last_name, first_name, title, hire_date, home_phone, extension, reports_to)
  select n, 'Last ' || n, 'First ' || n, 'Sales Representative', date '1992-05-01' + n * 30, '(206) 555-98' || 50 + n, 5400 + n, case when n <> 2 then 2 + 3 * (n % 2) end from generate_series(1, 9) as n;
insert into suppliers (supplier_id, company_name, city, phone) select n, 'Supplier ' || n, 'City ' || n, '(171) 555-22' || 10 + n from generate_series(1, 29) as n;
insert into products select n, 'Product ' || n, 1 + n % 29, 1 + n % 8, '10 boxes', 5 + n % 50, n % 60, 0, 10, n % 2 from generate_series(1, 77) as n;
insert into region values (1, 'Eastern'), (2, 'Western'), (3, 'Northern'), (4, 'Southern');
insert into shippers values (1, 'Speedy Express', '(503) 555-9831'), (2, 'United Package', '(503) 555-3199'), (3, 'Federal Shipping', '(503) 555-9931');
insert into orders (order_id, customer_id, employee_id, order_date, required_date, shipped_date, ship_via, freight, ship_name)
  select 10247 + n, 'C' || lpad((1 + n % 91)::text, 4, '0'), 1 + n % 9, date '1996-07-04' + n, date '1996-08-01' + n, date '1996-07-10' + n, 1 + n % 3, 10 + n % 90, 'Ship ' || n
  from generate_series(1, 830) as n;
insert into territories select lpad((1500 + n * 31)::text, 5, '0'), 'Territory ' || n, 1 + n % 4 from generate_series(1, 53) as n;
insert into employee_territories select 1 + n % 9, lpad((1500 + n * 31)::text, 5, '0') from generate_series(1, 49) as n;
insert into order_details select 10248 + n / 3, 1 + n % 77, 14, 12, 0 from generate_series(0, 2150) as n;
insert into us_states select n, 'State ' || n, chr(65 + n % 26) || chr(65 + n / 26), 'south' from generate_series(1, 51) as n;
analyze;
