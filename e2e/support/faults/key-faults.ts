export const keyFaults = {
  duplicate_keys: {
    sql: [
      `create table "Shop Floor"."Vouchers" ("Id" integer primary key, "Serial" text, "Printed" date)`,
      `insert into "Shop Floor"."Vouchers" select n, 'V-' || case when n > 27 then n - 3 else n end from generate_series(1, 30) as n`,
      `create unique index concurrently "Once" on "Shop Floor"."Vouchers" ("Serial")`,
    ],
    target: "Shop Floor.Vouchers (Serial)",
    says: "3 rows of Shop Floor.Vouchers repeat a Serial that another row already has.",
    count: 3,
  },
  missing_unique: {
    sql: [],
    target: "Shop Floor.Vouchers (Serial)",
    says: "Nothing in the database makes Shop Floor.Vouchers (Serial) unique.",
    count: 1,
  },
  invalid_index: {
    sql: [],
    target: "Shop Floor.Vouchers (Serial): Once",
    says: "The index Once of Shop Floor.Vouchers is invalid: it keeps nothing unique for certain, while every write may still have to keep it up. Build it again or drop it.",
    count: 1,
  },
  no_primary_key: {
    sql: [`create table "Shop Floor"."Raw Imports" ("Row" integer, "Text" text)`],
    target: "Shop Floor.Raw Imports",
    says: "Shop Floor.Raw Imports has no primary key, so two of its rows can be alike and nothing can name one of them.",
    count: 1,
  },
  duplicate_index: {
    sql: [
      "create table prices (id integer primary key, article text, since date)",
      "create index prices_article on prices (article)",
      "create index prices_article_since on prices (article, since)",
    ],
    target: "public.prices (article): prices_article",
    says: "The index prices_article of prices is the beginning of prices_article_since (article, since), which does its work: keep prices_article_since and drop prices_article.",
    count: 1,
  },
  sequence_behind: {
    sql: ["create table tills (id serial primary key, place text)", "insert into tills (id) values (1), (2), (40)"],
    target: "public.tills (id): public.tills_id_seq",
    says: "3 rows of tills hold an id that tills_id_seq has yet to give, so inserts fail with a duplicate key, or repeat a value, when it comes to them. Set tills_id_seq to the column's last value.",
    count: 3,
  },
  sequence_near_overflow: {
    sql: [
      "create table clicks (id integer generated always as identity primary key)",
      "select setval('clicks_id_seq', 2000000000)",
    ],
    target: "public.clicks (id): public.clicks_id_seq",
    says: "clicks_id_seq has given 2,000,000,000 to clicks.id, and the last that fits is 2,147,483,647. Widen the column or the sequence before it is reached.",
    count: 1,
  },
  key_near_overflow: {
    sql: ["create table scans (id integer primary key)", "insert into scans values (7), (2000000001), (2000000002)"],
    target: "public.scans (id)",
    says: "2 rows of scans have an id above 1,717,986,917, the last fifth of what its type can hold. Make the column bigint before a value no longer fits.",
    count: 2,
  },
};
