import { afterAll, beforeAll, expect, it } from "vitest";
import { parseConfig, setConfig } from "@/lib/config";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { found, scanOf } from "./testing/scan-of";

let database: TestDatabase;
let copy: TestDatabase;
const replicaIs = (replicaUrl: string | null) => {
  setConfig({ ...parseConfig({}, "/nowhere"), replicaUrl });
};

beforeAll(async () => {
  database = await createTestDatabase();
  copy = await createTestDatabase();
  for (const { pool } of [database, copy]) {
    await pool.query(`
      create table nodes (id integer primary key, up integer);
      alter table nodes add constraint up foreign key (up) references nodes not valid;
    `);
  }
  // What stands for a replica holds other rows, so that it shows where they were read.
  await copy.pool.query("set session_replication_role = replica; insert into nodes values (1, 7), (2, 8)");
});
afterAll(async () => {
  replicaIs(null);
  await database.drop();
  await copy.drop();
});

it("reads rows from the replica, and never takes them for unchanged where it does not say how far it is", async () => {
  replicaIs(copy.url);
  expect(await scanOf(database)).toMatchObject({ status: "succeeded" });
  expect(await found(database, "orphan_rows")).toEqual(["nodes failing 2 exact"]);
  await scanOf(database);
  expect(await found(database, "orphan_rows")).toEqual(["nodes failing 2 exact"]);
});

it("fails in a sentence where the replica does not answer", async () => {
  replicaIs("postgres://nobody@127.0.0.1:1/none");
  expect(await scanOf(database)).toMatchObject({
    status: "failed",
    error:
      "The scan stopped. The replica (DATABASE_REPLICA_URL) cannot be read. The connection to the database was lost.",
  });
});
