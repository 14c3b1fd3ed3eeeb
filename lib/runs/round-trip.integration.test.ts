import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { repairer } from "./testing/repairer";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "public", name: "odd" },
  columns: ["parent_id"],
  parent: { schema: "public", name: "parents" },
  parentColumns: ["id"],
  onDelete: "no action",
};
const faulty = { check: "orphan_rows", target } as const;

/** Column → type. Every value is given as the text that a person would type. */
const types = {
  exact: "numeric",
  money_like: "numeric(20,6)",
  big: "bigint",
  float: "double precision",
  small_float: "real",
  bytes: "bytea",
  as_written: "json",
  normalised: "jsonb",
  words: "text[]",
  grid: "integer[]",
  span: "tstzrange",
  spans: "int8multirange",
  mood: "mood",
  moods: "mood[]",
  pair: "pair",
  short: "short_text",
  padded: "character(7)",
  one: '"char"',
  moment: "timestamp with time zone",
  local_moment: "timestamp without time zone",
  day: "date",
  clock: "time with time zone",
  lapse: "interval",
  id: "uuid",
  address: "inet",
  bits: "bit varying",
  lexemes: "tsvector",
  text: "text",
  "we\\ird \"na'me $1": "text",
} as const;

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 6 });
const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((value) => value.replaceAll("\0", ""));
const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^[0-9]{${from},${to}}$`));
const mood = fc.constantFrom("sad", "it's, {ok}", '"happy"');
const quoted = (value: string) => `"${value.replace(/(["\\])/g, "\\$1")}"`;
const moment = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), digits(6, 6))
  .map(([year, micros]) => `${String(year).padStart(4, "0")}-03-04 05:06:07.${micros}+05:30`);

const values: Record<keyof typeof types, fc.Arbitrary<string>> = {
  exact: fc.oneof(
    fc.tuple(digits(1, 60), digits(1, 60)).map(([left, right]) => `-${left}.${right}`),
    fc.constantFrom("NaN", "Infinity", "1.50000"),
  ),
  money_like: fc.tuple(digits(1, 13), digits(1, 9)).map((parts) => parts.join(".")),
  big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  float: fc.oneof(fc.double().map(String), fc.constantFrom("-0", "4.9e-324", "NaN", "-Infinity")),
  small_float: fc.float({ noNaN: true }).map(String),
  bytes: fc.uint8Array({ maxLength: 60 }).map((bytes) => `\\x${Buffer.from(bytes).toString("hex")}`),
  as_written: fc.json().map((json) => ` ${json.replaceAll("\\u0000", "")}  `),
  normalised: fc.jsonValue().map((value) => JSON.stringify(value).replaceAll("\\u0000", "")),
  words: fc
    .array(orNull(text), { maxLength: 4 })
    .map((words) => `{${words.map((word) => (word === null ? "NULL" : quoted(word))).join(",")}}`),
  grid: fc.constantFrom("{}", "{{1,NULL},{3,4}}", "[2:3]={7,8}"),
  span: fc.constantFrom("empty", "(,)", '["2026-01-01 00:00:00.000001+00",)'),
  spans: fc.constantFrom("{}", "{[1,3),[5,9223372036854775807)}"),
  mood,
  moods: fc.array(mood, { maxLength: 3 }).map((moods) => `{${moods.map(quoted).join(",")}}`),
  pair: fc.tuple(text, fc.integer()).map(([left, right]) => `(${quoted(left)},${right})`),
  short: fc.string({ maxLength: 5, unit: "grapheme-ascii" }),
  padded: fc.string({ maxLength: 7, unit: "grapheme-ascii" }),
  one: fc.constantFrom("a", "'", " ", ""),
  moment: fc.oneof(moment, fc.constantFrom("infinity", "-infinity", "0044-03-15 12:00:00+00 BC")),
  local_moment: fc.constantFrom("2026-11-21 10:11:12.123456", "infinity"),
  day: fc.constantFrom("2026-11-21", "4713-01-01 BC", "infinity"),
  clock: fc.constantFrom("23:59:59.999999+14:59", "24:00:00-12"),
  lapse: fc.constantFrom("-1 year -2 mons +3 days -04:05:06.789", "P1Y2M3DT4H", "0"),
  id: fc.uuid(),
  address: fc.constantFrom("192.168.0.1/24", "::1", "2001:db8::/32"),
  bits: fc.stringMatching(/^[01]{0,20}$/),
  lexemes: fc.constantFrom("'a':1A,2 'it''s':3", ""),
  text: fc.oneof(text, fc.constantFrom("", " ", "\\x", "\r\n\t", "E'\\n'", "x".repeat(200_000))),
  "we\\ird \"na'me $1": text,
};

const rows = fc.array(
  fc.record(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, orNull(value)]))),
  {
    minLength: 1,
    maxLength: 6,
  },
);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const run = (statement: string) => database.pool.query(statement);
  await run(`create type mood as enum ('sad', 'it''s, {ok}', '"happy"')`);
  await run("create type pair as (name text, n integer)");
  await run("create domain short_text as varchar(5) check (length(value) <= 5)");
  await run("create table parents (id integer primary key)");
  const columns = Object.entries(types).map(([name, type]) => `"${name.replaceAll('"', '""')}" ${type}`);
  await run(`create table odd (
    no bigint generated always as identity, parent_id integer, ${columns.join(", ")},
    doubled text generated always as (text || text) stored,
    region text not null default 'n''orth', primary key (region, no)
  )`);
});
afterAll(() => database.drop());

/** Every row twice: as text, and as the bytes that the types themselves send. */
async function contents() {
  const { rows: found } = await database.pool.query<{ row: string; bytes: string }>(
    `select odd::text as row, encode(record_send(odd), 'hex') as bytes from odd order by no`,
  );
  return found;
}

test("a deleted row comes back byte for byte, whatever its types and values", async () => {
  const operator = repairer(database);
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      await sql`delete from odd`.execute(database.db);
      for (const row of given) {
        const names = Object.keys(row);
        const columns = sql.join(names.map((name) => sql.id(name)));
        const texts = names.map((name) => sql`${row[name]}::text::${sql.raw(types[name as keyof typeof types])}`);
        await sql`insert into odd (parent_id, ${columns}) values (13, ${sql.join(texts)})`.execute(database.db);
      }
      const before = await contents();
      const run = await operator.repair(faulty, "delete-orphans");
      expect(run).toMatchObject({ status: "succeeded", changed: given.length });
      expect(await contents()).toEqual([]);
      expect(await operator.undo(run.id)).toMatchObject({ status: "succeeded", changed: given.length, skipped: 0 });
      expect(await contents()).toEqual(before);
    }),
    { numRuns: 20 },
  );
}, 120_000);
