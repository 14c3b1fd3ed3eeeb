import type { Locator } from "@playwright/test";
import type { CheckCode } from "@/lib/checks/codes";
import type { RepairCode } from "@/lib/repairs/codes";
import type { inTheDemo } from "./in-the-demo";

/** A fault for a repair that the demo has no use for, in tables of the schema `walk`. */
export interface Plant {
  sql: string[];
  check: CheckCode;
  table: string;
  /** Fills in what the repair asks for. */
  choose?: (form: Locator) => Promise<void>;
  /** What its run says where it cannot be undone. */
  noWayBack?: string;
}

const provedForGood = "None of its steps that were done has a way back.";

/** One for each; a repair that is walked neither here nor in the demo does not compile. */
export const plants = {
  "resync-sequence": {
    sql: [
      "create table walk.tills (id serial primary key, place text)",
      "insert into walk.tills (id) values (1), (2), (40)",
    ],
    check: "sequence_behind",
    table: "tills",
    noWayBack: provedForGood,
  },
  "drop-index": {
    sql: [
      "create table walk.prices (id integer primary key, article text, since date)",
      "create index narrow on walk.prices (article) with (fillfactor = 70)",
      "create index wide on walk.prices (article, since)",
      "comment on index walk.narrow is 'the older one'",
    ],
    check: "duplicate_index",
    table: "prices",
  },
  "set-not-null": {
    sql: [
      "create table walk.articles (id integer primary key, online boolean)",
      "insert into walk.articles values (1, true), (2, false)",
    ],
    check: "nullable_boolean",
    table: "articles",
  },
  recount: {
    sql: [
      "create table walk.threads (id integer primary key, message_count integer)",
      "create table walk.messages (id integer primary key, thread_id integer not null references walk.threads)",
      "insert into walk.threads values (1, 2), (2, 5), (3, 1)",
      "insert into walk.messages values (1, 1), (2, 1), (3, 2)",
    ],
    check: "stale_counter",
    table: "threads",
  },
  "canonicalise-values": {
    sql: [
      "create table walk.members (id integer primary key, email text unique)",
      "insert into walk.members values (1, 'ann@example.com'), (2, ' Bob@Example.com'), (3, 'CAT@example.com ')",
    ],
    check: "non_canonical_text",
    table: "members",
  },
  "validate-check": {
    sql: [
      "create table walk.payments (id integer primary key, amount numeric)",
      "insert into walk.payments values (1, 10), (2, 4)",
      "alter table walk.payments add constraint paid_something check (amount > 0) not valid",
    ],
    check: "unvalidated_check",
    table: "payments",
    noWayBack: provedForGood,
  },
  "merge-duplicates": {
    sql: [
      "create table walk.clients (id integer primary key, email text, phone text, note jsonb)",
      "create table walk.visits (id integer primary key, client_id integer not null references walk.clients on delete cascade)",
      `insert into walk.clients values (1, 'ann@example.com', null, '{"a": 1.50}'), (2, 'bob@example.com', null, null), (3, ' ANN@Example.com', '+49 30 1234567', '{"b": [null]}')`,
      "insert into walk.visits values (1, 1), (2, 2), (3, 3), (4, 3)",
    ],
    check: "duplicate_contacts",
    table: "clients",
    choose: (form) => form.getByLabel("The row that stays").selectOption("The one with most columns filled").then(),
  },
  "widen-key": {
    sql: [
      "create table walk.scans (id integer primary key, code text)",
      "insert into walk.scans values (7, 'a'), (2000000001, 'b')",
    ],
    check: "key_near_overflow",
    table: "scans",
    noWayBack: "so there is no way back.",
  },
  custom: {
    sql: [
      "create table walk.shops (id integer primary key, latitude numeric)",
      "insert into walk.shops values (1, 47.3), (2, 473.10), (3, -12)",
    ],
    check: "values_out_of_range",
    table: "shops",
    async choose(form) {
      await form.getByLabel("Set a column").selectOption("latitude");
      await form.getByLabel("latitude =").fill("latitude / 10");
    },
  },
} satisfies Record<Exclude<RepairCode, (typeof inTheDemo)[number]>, Plant>;
