-- Shaped as Chinook, the digital media store: CamelCase names in quotes, every key an integer, every foreign key indexed.
create table "Artist" ("ArtistId" int not null, "Name" varchar(120), constraint "PK_Artist" primary key ("ArtistId"));
create table "Album" ("AlbumId" int not null, "Title" varchar(160) not null, "ArtistId" int not null, constraint "PK_Album" primary key ("AlbumId"));
create table "Employee" (
  "EmployeeId" int not null, "LastName" varchar(20) not null, "FirstName" varchar(20) not null, "Title" varchar(30), "ReportsTo" int,
  "BirthDate" timestamp, "HireDate" timestamp, "Address" varchar(70), "City" varchar(40), "State" varchar(40), "Country" varchar(40),
  "PostalCode" varchar(10), "Phone" varchar(24), "Fax" varchar(24), "Email" varchar(60), constraint "PK_Employee" primary key ("EmployeeId")
);
create table "Customer" (
  "CustomerId" int not null, "FirstName" varchar(40) not null, "LastName" varchar(20) not null, "Company" varchar(80), "Address" varchar(70),
  "City" varchar(40), "State" varchar(40), "Country" varchar(40), "PostalCode" varchar(10), "Phone" varchar(24), "Fax" varchar(24),
  "Email" varchar(60) not null, "SupportRepId" int, constraint "PK_Customer" primary key ("CustomerId")
);
create table "Genre" ("GenreId" int not null, "Name" varchar(120), constraint "PK_Genre" primary key ("GenreId"));
create table "Invoice" (
  "InvoiceId" int not null, "CustomerId" int not null, "InvoiceDate" timestamp not null, "BillingAddress" varchar(70), "BillingCity" varchar(40),
  "BillingState" varchar(40), "BillingCountry" varchar(40), "BillingPostalCode" varchar(10), "Total" numeric(10, 2) not null,
  constraint "PK_Invoice" primary key ("InvoiceId")
);
create table "InvoiceLine" (
  "InvoiceLineId" int not null, "InvoiceId" int not null, "TrackId" int not null, "UnitPrice" numeric(10, 2) not null, "Quantity" int not null,
  constraint "PK_InvoiceLine" primary key ("InvoiceLineId")
);
create table "MediaType" ("MediaTypeId" int not null, "Name" varchar(120), constraint "PK_MediaType" primary key ("MediaTypeId"));
create table "Playlist" ("PlaylistId" int not null, "Name" varchar(120), constraint "PK_Playlist" primary key ("PlaylistId"));
create table "PlaylistTrack" ("PlaylistId" int not null, "TrackId" int not null, constraint "PK_PlaylistTrack" primary key ("PlaylistId", "TrackId"));
create table "Track" (
  "TrackId" int not null, "Name" varchar(200) not null, "AlbumId" int, "MediaTypeId" int not null, "GenreId" int, "Composer" varchar(220),
  "Milliseconds" int not null, "Bytes" int, "UnitPrice" numeric(10, 2) not null, constraint "PK_Track" primary key ("TrackId")
);

insert into "Artist" select n, 'Artist ' || n from generate_series(1, 50) as n;
insert into "Album" select n, 'Album ' || n, 1 + n % 50 from generate_series(1, 120) as n;
insert into "Employee" ("EmployeeId", "LastName", "FirstName", "Title", "ReportsTo", "BirthDate", "HireDate", "Phone", "Email")
  select n, 'Last ' || n, 'First ' || n, 'Title', case when n > 1 then 1 + n % 2 end, timestamp '1970-01-01' + n * interval '1 year', timestamp '2002-01-01' + n * interval '1 month',
    '+1 (403) 262-34' || 10 + n, 'employee' || n || '@chinookcorp.com'
  from generate_series(1, 8) as n;
insert into "Customer" ("CustomerId", "FirstName", "LastName", "Country", "Phone", "Email", "SupportRepId")
  select n, 'First ' || n, 'Last ' || n, 'Country ' || n % 24, '+55 (12) 3923-' || 5000 + n, 'customer' || n || '@example.com', 3 + n % 3 from generate_series(1, 59) as n;
insert into "Genre" select n, 'Genre ' || n from generate_series(1, 25) as n;
insert into "MediaType" select n, 'Media ' || n from generate_series(1, 5) as n;
insert into "Playlist" select n, 'Playlist ' || n from generate_series(1, 18) as n;
insert into "Track" select n, 'Track ' || n, 1 + n % 120, 1 + n % 5, 1 + n % 25, null, 200000 + n * 100, 5000000 + n, 0.99 from generate_series(1, 600) as n;
insert into "PlaylistTrack" select 1 + n % 18, 1 + n / 2 from generate_series(0, 1000) as n;
insert into "Invoice" ("InvoiceId", "CustomerId", "InvoiceDate", "BillingCountry", "Total")
  select n, 1 + n % 59, timestamp '2021-01-01' + n * interval '1 day', 'Country ' || n % 24, 5.94 from generate_series(1, 412) as n;
insert into "InvoiceLine" select n, 1 + n % 412, 1 + n % 600, 0.99, 1 from generate_series(1, 2240) as n;

alter table "Album" add constraint "FK_AlbumArtistId" foreign key ("ArtistId") references "Artist" ("ArtistId");
create index "IFK_AlbumArtistId" on "Album" ("ArtistId");
alter table "Customer" add constraint "FK_CustomerSupportRepId" foreign key ("SupportRepId") references "Employee" ("EmployeeId");
create index "IFK_CustomerSupportRepId" on "Customer" ("SupportRepId");
alter table "Employee" add constraint "FK_EmployeeReportsTo" foreign key ("ReportsTo") references "Employee" ("EmployeeId");
create index "IFK_EmployeeReportsTo" on "Employee" ("ReportsTo");
alter table "Invoice" add constraint "FK_InvoiceCustomerId" foreign key ("CustomerId") references "Customer" ("CustomerId");
create index "IFK_InvoiceCustomerId" on "Invoice" ("CustomerId");
alter table "InvoiceLine" add constraint "FK_InvoiceLineInvoiceId" foreign key ("InvoiceId") references "Invoice" ("InvoiceId");
create index "IFK_InvoiceLineInvoiceId" on "InvoiceLine" ("InvoiceId");
alter table "InvoiceLine" add constraint "FK_InvoiceLineTrackId" foreign key ("TrackId") references "Track" ("TrackId");
create index "IFK_InvoiceLineTrackId" on "InvoiceLine" ("TrackId");
alter table "PlaylistTrack" add constraint "FK_PlaylistTrackPlaylistId" foreign key ("PlaylistId") references "Playlist" ("PlaylistId");
create index "IFK_PlaylistTrackPlaylistId" on "PlaylistTrack" ("PlaylistId");
alter table "PlaylistTrack" add constraint "FK_PlaylistTrackTrackId" foreign key ("TrackId") references "Track" ("TrackId");
create index "IFK_PlaylistTrackTrackId" on "PlaylistTrack" ("TrackId");
alter table "Track" add constraint "FK_TrackAlbumId" foreign key ("AlbumId") references "Album" ("AlbumId");
create index "IFK_TrackAlbumId" on "Track" ("AlbumId");
alter table "Track" add constraint "FK_TrackGenreId" foreign key ("GenreId") references "Genre" ("GenreId");
create index "IFK_TrackGenreId" on "Track" ("GenreId");
alter table "Track" add constraint "FK_TrackMediaTypeId" foreign key ("MediaTypeId") references "MediaType" ("MediaTypeId");
create index "IFK_TrackMediaTypeId" on "Track" ("MediaTypeId");
analyze;
