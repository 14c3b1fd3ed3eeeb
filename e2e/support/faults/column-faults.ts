export const columnFaults = {
  missing_default: {
    sql: [
      "create table carts (id uuid primary key default gen_random_uuid())",
      "create table wishes (id uuid primary key default gen_random_uuid())",
      "create table visits (id uuid primary key)",
    ],
    target: "public.visits (id)",
    says: "visits.id has no default that makes a value, so an insert that leaves it out is refused.",
    count: 1,
  },
  null_despite_default: {
    sql: [
      "create table deliveries (id integer primary key, state text default 'planned')",
      "insert into deliveries values (1, 'planned'), (2, null), (3, null), (4, null), (5, 'sent')",
    ],
    target: "public.deliveries (state)",
    says: "3 rows of deliveries have no state, though the column has a default.",
    count: 3,
  },
  empty_required_text: {
    sql: [
      "create table articles (id integer primary key, title text not null, online boolean)",
      "insert into articles values (1, 'Lamp'), (2, ''), (3, '  '), (4, 'Chair')",
    ],
    target: "public.articles (title)",
    says: "2 rows of articles have no title, which every row needs.",
    count: 2,
    unmended: true,
  },
  nullable_boolean: {
    sql: [],
    target: "public.articles (online)",
    says: "articles.online may be NULL, which is neither true nor false: decide what it means, fill it, and make the column NOT NULL.",
    count: 1,
  },
  doubtful_type: {
    sql: ["create table shifts (id integer primary key, begun timestamp)"],
    target: "public.shifts (begun)",
    says: "shifts.begun is timestamp without time zone, which does not say in which time zone, so one value means another moment to each reader. Use timestamp with time zone.",
    count: 1,
  },
  same_name_different_types: {
    sql: [
      "create table rentals (id integer primary key, customer_id integer references customers)",
      "create table calls (id integer primary key, customer_id text)",
    ],
    target: "public.calls (customer_id)",
    says: "calls.customer_id is text, while customer_id is integer in invoices and 4 others.",
    count: 1,
  },
  non_canonical_text: {
    sql: [
      `create table "Shop Floor"."Products" ("The Code" varchar(20) primary key)`,
      `insert into "Shop Floor"."Products" values ('AB-1'), ('AB-2'), (' EF-4'), ('ab-1')`,
    ],
    target: "Shop Floor.Products (The Code)",
    says: "In 3 rows of Shop Floor.Products, The Code is padded with blanks, or like another but for blanks and case.",
    count: 3,
  },
};
