import { type Corpus, planting } from "../corpus";

export const chinook: Corpus = {
  name: "chinook",
  known: [
    "doubtful_type public.Employee (BirthDate)",
    "doubtful_type public.Employee (HireDate)",
    "doubtful_type public.Invoice (InvoiceDate)",
    // The primary key begins with the same column.
    "duplicate_index public.PlaylistTrack (PlaylistId): IFK_PlaylistTrackPlaylistId",
  ],
  plantings: [
    planting(
      `alter table "InvoiceLine" drop constraint "FK_InvoiceLineTrackId";
       update "InvoiceLine" set "TrackId" = 100000 + "InvoiceLineId" where "InvoiceLineId" % 100 = 1`,
      "missing_foreign_key public.InvoiceLine (TrackId) → public.Track (TrackId)",
      "orphan_rows public.InvoiceLine (TrackId) → public.Track (TrackId): 23",
    ),
    planting(
      `alter table "Employee" drop constraint "FK_EmployeeReportsTo"; update "Employee" set "ReportsTo" = 44 where "EmployeeId" = 8`,
      "missing_foreign_key public.Employee (ReportsTo) → public.Employee (EmployeeId)",
      "orphan_rows public.Employee (ReportsTo) → public.Employee (EmployeeId): 1",
    ),
    planting(
      `alter table "Customer" add column "InvoiceCount" integer not null default 0;
       update "Customer" c set "InvoiceCount" = (select count(*) from "Invoice" i where i."CustomerId" = c."CustomerId");
       update "Customer" set "InvoiceCount" = "InvoiceCount" + 2 where "CustomerId" <= 4`,
      "stale_counter public.Customer (InvoiceCount) ← public.Invoice (CustomerId): 4",
    ),
    planting(
      `alter table "Customer" add column "CreatedAt" timestamptz not null default '2020-06-01';
       alter table "Invoice" add column "CreatedAt" timestamptz not null default '2021-06-01';
       update "Invoice" set "CreatedAt" = '2019-01-01' where "InvoiceId" between 10 and 15`,
      "child_older_than_parent public.Invoice (CreatedAt) → public.Customer (CreatedAt): 6",
    ),
    planting(
      `create table "Subscription" ("SubscriptionId" int primary key, "CustomerId" int not null references "Customer", "Status" text not null default 'Active', "ExpiresAt" timestamptz not null);
       create index on "Subscription" ("CustomerId");
       insert into "Subscription" select n, n, 'Active', now() + n * interval '30 days' - interval '155 days' from generate_series(1, 20) n`,
      "active_but_expired public.Subscription (Status, ExpiresAt): 5",
    ),
    planting(
      `insert into "MediaType" values (2100000000, 'Cassette')`,
      "key_near_overflow public.MediaType (MediaTypeId): 1",
    ),
    planting(
      `create table "Supplier" ("SupplierId" int primary key, "CompanyName" text not null, "PostalCode" int)`,
      "same_name_different_types public.Supplier (PostalCode)",
    ),
    planting(
      `alter table "Playlist" add column "Code" text unique; update "Playlist" set "Code" = 'PL-' || "PlaylistId";
       update "Playlist" set "Code" = 'pl-1' where "PlaylistId" = 3; update "Playlist" set "Code" = 'PL-5 ' where "PlaylistId" = 6`,
      // Both of each pair.
      "non_canonical_text public.Playlist (Code): 4",
    ),
    planting(
      `create table "PlaylistNote" ("NoteId" int primary key, "PlaylistId" int, "TrackId" int not null, "Text" text not null,
         foreign key ("PlaylistId", "TrackId") references "PlaylistTrack");
       create index on "PlaylistNote" ("PlaylistId", "TrackId")`,
      "nullable_composite_reference public.PlaylistNote (PlaylistId, TrackId) → public.PlaylistTrack (PlaylistId, TrackId)",
    ),
    planting(
      `alter table "Album" drop constraint "FK_AlbumArtistId", add constraint "FK_AlbumArtistId" foreign key ("ArtistId") references "Artist" on delete cascade;
       alter table "Track" drop constraint "FK_TrackAlbumId", add constraint "FK_TrackAlbumId" foreign key ("AlbumId") references "Album" on delete cascade`,
      "cascade_across_tables public.Album (ArtistId) → public.Artist (ArtistId)",
    ),
    planting(
      `do $$ begin create role anon nologin; exception when duplicate_object or unique_violation then null; end $$;
       grant usage on schema public to anon; grant select on "Artist" to anon;
       create view "ArtistNames" as select "Name" from "Artist"; grant select on "ArtistNames" to anon;
       create policy everybody on "Genre" using (true);
       alter table "Playlist" enable row level security`,
      "rls_disabled public.Artist",
      "security_definer_view public.ArtistNames",
      "policy_without_rls public.Genre",
      "rls_without_policy public.Playlist",
    ),
    planting(
      [
        `update "Customer" set "Email" = 'customer9@example.com' where "CustomerId" in (10, 11)`,
        `create unique index concurrently "Customer_Email" on "Customer" ("Email")`,
      ],
      "invalid_index public.Customer (Email): Customer_Email",
      "missing_unique public.Customer (Email)",
      "duplicate_keys public.Customer (Email): 2",
      "duplicate_contacts public.Customer (Email, Phone): 3",
    ),
  ],
};
