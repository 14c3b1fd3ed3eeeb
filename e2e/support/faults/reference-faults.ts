const lines = "Shop Floor.Order Lines (Account No) → Shop Floor.Accounts (No)";

export const referenceFaults = {
  orphan_rows: {
    sql: [
      `create table "Shop Floor"."Accounts" ("No" integer primary key, "Opened" date)`,
      `create table "Shop Floor"."Order Lines" ("Id" integer primary key, "Account No" integer)`,
      `insert into "Shop Floor"."Accounts" select n, current_date from generate_series(1, 20) as n`,
      `insert into "Shop Floor"."Order Lines" select n, case when n <= 58 then 1 + n % 20 else 900 + n end from generate_series(1, 60) as n`,
      `alter table "Shop Floor"."Order Lines" add constraint "Lines of accounts" foreign key ("Account No") references "Shop Floor"."Accounts" not valid`,
    ],
    target: lines,
    says: "2 rows of Shop Floor.Order Lines name an Account No that is not in Shop Floor.Accounts (No).",
    count: 2,
  },
  unvalidated_constraint: {
    sql: [],
    target: lines,
    says: "The foreign key from Shop Floor.Order Lines (Account No) to Shop Floor.Accounts (No) was added NOT VALID and never validated, so rows from before may break it.",
    count: 1,
  },
  unindexed_foreign_key: {
    sql: [],
    target: lines,
    says: "No index begins with Shop Floor.Order Lines (Account No).",
    count: 1,
  },
  missing_foreign_key: {
    sql: [
      "create table customers (id integer primary key, since date)",
      "create table invoices (id integer primary key, customer_id integer not null)",
      "insert into customers select n, current_date from generate_series(1, 30) as n",
      "insert into invoices select n, 1 + n % 30 from generate_series(1, 90) as n",
    ],
    target: "public.invoices (customer_id) → public.customers (id)",
    says: "No foreign key keeps invoices (customer_id) within customers (id).",
    count: 1,
  },
  duplicate_foreign_key: {
    sql: [
      "create table parcels (id integer primary key, customer_id integer references customers)",
      "create index on parcels (customer_id)",
      "alter table parcels add constraint parcels_of_customers foreign key (customer_id) references customers on delete cascade",
    ],
    target: "public.parcels (customer_id): parcels_of_customers",
    says: "The foreign key parcels_of_customers of parcels says the same as parcels_customer_id_fkey, but they do different things: on delete cascade against no action. One of the two can go.",
    count: 1,
  },
  reference_type_mismatch: {
    sql: ["create table notes (id integer primary key, customer_id bigint references customers)"],
    target: "public.notes (customer_id) → public.customers (id)",
    says: "notes (customer_id) has another type than customers (id), which it names: bigint against integer.",
    count: 1,
  },
  nullable_composite_reference: {
    sql: [
      "create table shelves (aisle integer, nth integer, primary key (aisle, nth))",
      "create table boxes (id integer primary key, aisle integer not null, shelf integer, foreign key (aisle, shelf) references shelves)",
    ],
    target: "public.boxes (aisle, shelf) → public.shelves (aisle, nth)",
    says: "The foreign key from boxes (aisle, shelf) to shelves (aisle, nth) says nothing of a row in which shelf is NULL, whatever the other columns hold.",
    count: 1,
  },
  cascade_across_tables: {
    sql: [
      "create table meters (id integer primary key, customer_id integer references customers on delete cascade, label text)",
      "create table readings (id integer primary key, meter_id integer not null references meters)",
    ],
    target: "public.meters (customer_id) → public.customers (id)",
    says: "Deleting a row of customers deletes its rows of meters (customer_id), which are records of their own rather than its parts.",
    count: 1,
  },
  auth_reference_without_action: {
    sql: ["create table members (id integer primary key, account uuid references auth.users)"],
    target: "public.members (account) → auth.users (id)",
    says: "A row of auth.users cannot be deleted while members (account) names it: the foreign key is ON DELETE NO ACTION.",
    count: 1,
  },
};
