import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ReferenceTarget } from "@/lib/checks/target";

/**
 * For tests: parents and children without a foreign key, once with plain names and once with names that need quoting
 * everywhere, in another schema, with composite keys. In both, of nine children three are healthy, two name no parent
 * and four are orphans of two parents that are gone.
 */
export interface ReferenceSchema {
  label: string;
  target: ReferenceTarget;
  /** The columns of the children's own key. */
  key: string[];
  /** The key of a parent that is there, as an operator gives it. */
  parentKey: Record<string, string>;
  /** The texts of the parents that adopting recreates, in order. */
  adopted: string[];
  create(db: Kysely<unknown>): Promise<void>;
}

const plain: ReferenceSchema = {
  label: "plain names",
  target: {
    kind: "reference",
    table: { schema: "public", name: "notes" },
    columns: ["author_id"],
    parent: { schema: "public", name: "authors" },
    parentColumns: ["id"],
    onDelete: "no action",
    rowEvent: "ORPHANED_NOTE_DETECTED",
    adopt: {
      orderBy: "written_at",
      columns: {
        name: { from: "firstText", column: "body", path: ["text"], maxChars: 5, suffix: "…" },
        notes: { from: "count" },
        since: { from: "min", column: "written_at" },
      },
    },
    systemParent: { label: "the archive", values: { id: "900", name: "Archive" } },
  },
  key: ["id"],
  parentKey: { id: "1" },
  adopted: [`(7,"late …",2,"2026-03-01 00:00:00+00")`, `(8,"a sta…",2,"2026-05-01 00:00:00+00")`],
  create: (db) =>
    runAll(db, [
      sql`create table authors (id bigint primary key, name text not null, notes integer, since timestamptz)`,
      sql`create table notes (
        id uuid primary key default gen_random_uuid(), author_id bigint, body jsonb, written_at timestamptz not null
      )`,
      sql`insert into authors (id, name) values (1, 'Ann'), (2, 'Bo')`,
      sql`insert into notes (author_id, body, written_at) select author, jsonb_build_object('text', text), moment from ${children} as c (author, text, moment)`,
    ]),
};

const odd: ReferenceSchema = {
  label: "quoted names and composite keys in another schema",
  target: {
    kind: "reference",
    table: { schema: "Sales Dept", name: "Order Lines" },
    columns: ["order YEAR", "order's no"],
    parent: { schema: "Sales Dept", name: 'Order "Heads"' },
    parentColumns: ["Year", "No"],
    onDelete: "no action",
    adopt: {
      orderBy: "At",
      columns: {
        "Title's": { from: "firstText", column: "Body $1", path: ["text"], maxChars: 5, suffix: "…" },
        "Lines\\": { from: "count" },
        FIRST: { from: "min", column: "At" },
      },
    },
    systemParent: { label: "the archive", values: { Year: "1900", No: "900", "Title's": "Archive" } },
  },
  key: ["LINE", "Region"],
  parentKey: { Year: "2026", No: "1" },
  adopted: [`(2026,7,"late …",2,"2026-03-01 00:00:00+00")`, `(2026,8,"a sta…",2,"2026-05-01 00:00:00+00")`],
  create: (db) =>
    runAll(db, [
      sql`create schema "Sales Dept"`,
      sql`create table "Sales Dept"."Order ""Heads""" (
        "Year" integer, "No" bigint, "Title's" text not null, "Lines\\" integer, "FIRST" timestamptz, primary key ("Year", "No")
      )`,
      sql`create table "Sales Dept"."Order Lines" (
        "Region" text, "LINE" integer, "order YEAR" integer, "order's no" bigint, "Body $1" jsonb, "At" timestamptz not null,
        primary key ("LINE", "Region")
      )`,
      sql`insert into "Sales Dept"."Order ""Heads""" ("Year", "No", "Title's") values (2026, 1, 'Ann'), (2026, 2, 'Bo')`,
      sql`insert into "Sales Dept"."Order Lines"
        select 'north''s', row_number() over (), 2026, no, jsonb_build_object('text', text), moment
        from ${children} as c (no, text, moment)`,
    ]),
};

const children = sql`(values
  (1::bigint, 'one', timestamptz '2026-01-01 00:00Z'), (1, 'two', '2026-01-02 00:00Z'), (2, 'three', '2026-01-03 00:00Z'),
  (null, 'nobody''s', '2026-02-01 00:00Z'), (null, 'nobody''s either', '2026-02-02 00:00Z'),
  (7, 'later', '2026-04-01 00:00Z'), (7, 'late start', '2026-03-01 00:00Z'),
  (8, 'a start', '2026-05-01 00:00Z'), (8, null, '2026-06-01 00:00Z')
)`;

export const referenceSchemas = [plain, odd];

async function runAll(db: Kysely<unknown>, statements: RawBuilder<unknown>[]): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
