import { randomBytes } from "node:crypto";
import type pg from "pg";
import { escapeIdentifier } from "pg";
import { createEngine, type Engine } from "@/lib/db";
import { onConnection, serverUrl } from "./admin";
import { type Template, templateDatabase } from "./template";

/** A database of one test file's own. It is an `Engine`, so verbs take it as it is. */
export interface TestDatabase extends Engine {
  url: string;
  /** Closes every connection to it and removes it. */
  drop(): Promise<void>;
}

/** With Plumbline's own schema and nothing else. */
export function createTestDatabase(): Promise<TestDatabase> {
  return clone("migrated");
}

/** With the five incidents as they were found. */
export function createDemoDatabase(): Promise<TestDatabase> {
  return clone("demo");
}

/** With nothing at all. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return clone(null);
}

async function clone(template: Template | null): Promise<TestDatabase> {
  const source = template ? await templateDatabase(template) : "template0";
  const name = `plumbline_test_${process.env.PLUMBLINE_TEST_RUN ?? "0"}_${randomBytes(6).toString("hex")}`;
  await onConnection(serverUrl(), (client) => copyDatabase(client, source, name));
  const url = serverUrl(name);
  const engine = createEngine(url, { maxConnections: 8 });
  const drop = async () => {
    await engine.close();
    await onConnection(serverUrl(), (client) =>
      client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
    );
  };
  return { ...engine, url, drop };
}

/** By copying files, which is quick where nothing has to reach the disk; up to PostgreSQL 14 there is no other way. */
async function copyDatabase(client: pg.Client, source: string, name: string): Promise<void> {
  const { rows } = await client.query<{ choice: boolean }>(
    "select current_setting('server_version_num')::integer >= 150000 as choice",
  );
  const strategy = rows[0]?.choice ? "strategy file_copy" : "";
  await client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)} ${strategy}`);
}
