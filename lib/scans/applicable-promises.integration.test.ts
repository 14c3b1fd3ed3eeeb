import { afterAll, beforeAll, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { expectationsOf } from "./expectations";

let database: TestDatabase;
const run = (text: string) => database.pool.query(text);
const promised = async () => {
  const expected = expectationsOf(await readCatalog(database.db));
  return [...new Set(expected.flatMap(({ playbook }) => playbook ?? []))];
};

beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

it("leaves alone what only has the name of a documented table", async () => {
  await run(`create table orders (id integer primary key, customer_id integer);
    create table profiles (id uuid primary key);
    create table sessions (id integer primary key, customer_id bigint, token text)`);
  expect(await promised()).toEqual([]);
});

it("still says of a documented table which of its columns is gone", async () => {
  await run(`drop table orders, sessions;
    create table orders (id integer primary key, user_id uuid);
    create table leads (id integer primary key, user_id uuid);
    create table conversations (id integer primary key, owner uuid)`);
  expect(await promised()).toEqual(["foreign-key-violation"]);
  const tables = expectationsOf(await readCatalog(database.db)).flatMap(({ playbook, target }) =>
    playbook ? [target.table.name] : [],
  );
  expect(new Set(tables)).toEqual(new Set(["orders", "conversations", "leads"]));
});

it("leaves alone what foreign keys or values tie to another table than the promised one", async () => {
  await run(`drop table orders, leads, conversations, profiles;
    create table customers (id bigint primary key);
    create table users (id bigint primary key);
    create table profiles (id bigint primary key, user_id bigint not null unique references users);
    create table orders (id bigint primary key, user_id bigint not null);
    create table sessions (
      id bigint primary key, customer_id bigint not null references customers, session_token text, status text,
      expires_at timestamptz
    )`);
  const catalog = await readCatalog(database.db);
  const [orders, users] = [
    { schema: "public", name: "orders" },
    { schema: "public", name: "users" },
  ];
  const inferred = {
    table: orders,
    columns: ["user_id"],
    parent: users,
    parentColumns: ["id"],
    inferred: true as const,
  };
  const expected = expectationsOf({ ...catalog, undeclared: [inferred] });
  expect(expected.flatMap(({ check, playbook }) => (playbook ? [check] : []))).toEqual([
    "active_but_expired",
    "empty_required_text",
  ]);
});
