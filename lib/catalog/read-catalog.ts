import { type Kysely, sql } from "kysely";
import { inTransaction } from "@/lib/db";
import { readColumns } from "./read-columns";
import { readForeignKeys } from "./read-foreign-keys";
import { readIndexes } from "./read-indexes";
import { readKeys } from "./read-keys";
import { readTables } from "./read-tables";
import { readTriggers } from "./read-triggers";
import type { Catalog, Table, TableName } from "./types";

/** The connected database as its own catalogue describes it: a handful of queries, however many tables there are. */
export async function readCatalog(db: Kysely<unknown>): Promise<Catalog> {
  if (db.isTransaction) return readAll(db);
  // One snapshot, so that a key is never read without the column it names.
  const options = {
    readOnly: true,
    isolation: "repeatable read",
    lockTimeoutMs: 5_000,
    statementTimeoutMs: 30_000,
  } as const;
  return inTransaction(db, options, readAll);
}

async function readAll(db: Kysely<unknown>): Promise<Catalog> {
  const tables = await readTables(db);
  const columns = byTable(await readColumns(db));
  const keys = byTable(await readKeys(db));
  const foreignKeys = byTable(await readForeignKeys(db));
  const indexes = byTable(await readIndexes(db));
  const triggers = byTable(await readTriggers(db));
  const { serverVersion, extensions } = await readServer(db);
  return createCatalog({
    serverVersion,
    extensions,
    tables: tables.map(({ oid, ...table }) => ({
      ...table,
      columns: columns(oid),
      primaryKey: keys(oid).find((key) => key.kind === "primary") ?? null,
      uniqueKeys: keys(oid).filter((key) => key.kind === "unique"),
      foreignKeys: foreignKeys(oid),
      indexes: indexes(oid),
      triggers: triggers(oid),
    })),
  });
}

/** Adds the look-ups to the facts. */
export function createCatalog(facts: Pick<Catalog, "serverVersion" | "extensions" | "tables">): Catalog {
  const byName = new Map(facts.tables.map((table) => [nameKey(table), table]));
  const children = new Map<string, ReturnType<Catalog["referencing"]>>();
  for (const table of facts.tables) {
    for (const foreignKey of table.foreignKeys) {
      const siblings = children.get(nameKey(foreignKey.parent));
      if (siblings) siblings.push({ table, foreignKey });
      else children.set(nameKey(foreignKey.parent), [{ table, foreignKey }]);
    }
  }
  return {
    ...facts,
    find: (name): Table | undefined => byName.get(nameKey(name)),
    referencing: (name) => children.get(nameKey(name)) ?? [],
  };
}

async function readServer(db: Kysely<unknown>): Promise<{ serverVersion: number; extensions: string[] }> {
  const { rows } = await sql<{ serverVersion: number; extensions: string[] }>`
    select
      current_setting('server_version_num')::integer as "serverVersion",
      array(select extname::text from pg_catalog.pg_extension order by extname) as extensions
  `.execute(db);
  const [server] = rows;
  if (!server) throw new Error("The server did not say its version.");
  return server;
}

function byTable<Row extends { oid: string }>(rows: Row[]): (oid: string) => Omit<Row, "oid">[] {
  const groups = new Map<string, Omit<Row, "oid">[]>();
  for (const { oid, ...row } of rows) {
    const group = groups.get(oid);
    if (group) group.push(row);
    else groups.set(oid, [row]);
  }
  return (oid) => groups.get(oid) ?? [];
}

function nameKey({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
