-- Shaped as Chinook: mixed-case names, every foreign key dropped.
create schema music;
set local search_path = music;
create table "Artist" ("ArtistId" integer primary key, "Name" varchar(120));
create table "Album" ("AlbumId" integer primary key, "Title" varchar(160) not null, "ArtistId" integer not null);
create table "Genre" ("GenreId" integer primary key, "Name" varchar(120));
create table "MediaType" ("MediaTypeId" integer primary key, "Name" varchar(120));
create table "Track" (
  "TrackId" integer primary key, "Name" varchar(200) not null, "AlbumId" integer, "MediaTypeId" integer not null,
  "GenreId" integer, "Composer" varchar(220), "Milliseconds" integer not null, "Bytes" integer, "UnitPrice" numeric(10, 2)
);
create table "Playlist" ("PlaylistId" integer primary key, "Name" varchar(120));
create table "PlaylistTrack" ("PlaylistId" integer, "TrackId" integer, primary key ("PlaylistId", "TrackId"));
create table "Employee" ("EmployeeId" integer primary key, "LastName" varchar(20), "Title" varchar(30), "ReportsTo" integer, "PostalCode" varchar(10));
create table "Customer" ("CustomerId" integer primary key, "Email" varchar(60) not null, "Company" varchar(80), "SupportRepId" integer);
create table "Invoice" ("InvoiceId" integer primary key, "CustomerId" integer not null, "BillingPostalCode" varchar(10), "Total" numeric(10, 2));
create table "InvoiceLine" (
  "InvoiceLineId" integer primary key, "InvoiceId" integer not null, "TrackId" integer not null, "UnitPrice" numeric(10, 2), "Quantity" integer
);
insert into "Artist" select n, 'artist ' || n from generate_series(1, 40) as n;
insert into "Album" select n, 'album ' || n, 1 + n % 40 from generate_series(1, 90) as n;
insert into "Genre" select n, 'genre ' || n from generate_series(1, 12) as n;
insert into "MediaType" select n, 'type ' || n from generate_series(1, 5) as n;
insert into "Track" select n, 'track ' || n, 1 + n % 90, 1 + n % 5, 1 + n % 12, null, n * 7, n % 30, 0.99 from generate_series(1, 400) as n;
insert into "Playlist" select n, 'list ' || n from generate_series(1, 6) as n;
insert into "PlaylistTrack" select 1 + n % 6, n from generate_series(1, 400) as n;
insert into "Employee" select n, 'name ' || n, 'title', case when n > 1 then 1 + n % 3 end, '0' || n from generate_series(1, 8) as n;
insert into "Customer" select n, 'c' || n || '@example.com', 'company ' || n, 3 + n % 3 from generate_series(1, 59) as n;
insert into "Invoice" select n, 1 + n % 59, '0' || n % 8, n from generate_series(1, 200) as n;
-- Planted: 25 lines of invoices that are gone.
insert into "InvoiceLine" select n, case when n % 20 = 0 then 9000 + n else 1 + n % 200 end, 1 + n % 400, 0.99, 1 from generate_series(1, 500) as n;
