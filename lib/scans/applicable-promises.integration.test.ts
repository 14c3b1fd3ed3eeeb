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
