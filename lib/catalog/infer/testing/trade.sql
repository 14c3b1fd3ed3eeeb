-- Shaped as Northwind: text keys, joined words, a few names that say nothing, every foreign key dropped.
create schema trade;
set local search_path = trade;
create table categories (categoryid smallint primary key, categoryname varchar(15), description text);
create table suppliers (supplierid smallint primary key, companyname varchar(40), region varchar(15), phone varchar(24));
create table products (
  productid smallint primary key, productname varchar(40), supplierid smallint, categoryid smallint, unitsinstock smallint,
  unitsonorder smallint, reorderlevel smallint, discontinued integer
);
create table customers (customerid varchar(5) primary key, companyname varchar(40), region varchar(15), phone varchar(24));
create table employees (employeeid smallint primary key, lastname varchar(20), reportsto smallint, photopath varchar(255));
create table shippers (shipperid smallint primary key, companyname varchar(40));
create table orders (
  orderid smallint primary key, customerid varchar(5), employeeid smallint, orderdate date, shipvia smallint, shipregion varchar(15), freight real
);
create table orderdetails (orderid smallint, productid smallint, quantity smallint, discount real, primary key (orderid, productid));
create table region (regionid smallint primary key, regiondescription varchar(60));
create table territories (territoryid varchar(20) primary key, territorydescription varchar(60), regionid smallint);
create table employeeterritories (employeeid smallint, territoryid varchar(20), primary key (employeeid, territoryid));
create table customerdemographics (customertypeid varchar(5) primary key, customerdesc text);
create table customercustomerdemo (customerid varchar(5), customertypeid varchar(5), primary key (customerid, customertypeid));
insert into categories select n, 'category ' || n from generate_series(1, 8) as n;
insert into suppliers select n, 'supplier ' || n, 'region ' || n % 4 from generate_series(1, 29) as n;
insert into products select n, 'product ' || n, 1 + n % 29, 1 + n % 8, n % 50, n % 10, n % 5, n % 2 from generate_series(1, 77) as n;
insert into customers select 'C' || lpad(n::text, 4, '0'), 'customer ' || n, 'region ' || n % 4 from generate_series(1, 91) as n;
insert into employees select n, 'name ' || n, case when n <> 2 then 2 + 3 * (n % 2) end from generate_series(1, 9) as n;
insert into shippers select n, 'shipper ' || n from generate_series(1, 3) as n;
insert into orders select n, 'C' || lpad((1 + n % 91)::text, 4, '0'), 1 + n % 9, current_date, 1 + n % 3, 'region ' || n % 4, 1 from generate_series(1, 800) as n;
insert into orderdetails select 1 + n % 800, 1 + n % 77, 1, 0 from generate_series(1, 2000) as n;
insert into region select n, 'region ' || n from generate_series(1, 4) as n;
insert into territories select lpad(n::text, 5, '0'), 'territory ' || n, 1 + n % 4 from generate_series(1, 53) as n;
insert into employeeterritories select 1 + n % 9, lpad(n::text, 5, '0') from generate_series(1, 49) as n;
