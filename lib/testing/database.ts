import { randomBytes } from "node:crypto";
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
  await onAdmin(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)} strategy file_copy`);
  const url = serverUrl(name);
  const engine = createEngine(url, { maxConnections: 8 });
  const drop = async () => {
    await engine.close();
    await onAdmin(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  };
  return { ...engine, url, drop };
}

function onAdmin(statement: string): Promise<unknown> {
  return onConnection(serverUrl(), (client) => client.query(statement));
}
