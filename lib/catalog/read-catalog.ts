import { type Kysely, sql } from "kysely";
import { inTransaction } from "@/lib/db";
import { readAccounts } from "./read-accounts";
import { readCheckConstraints } from "./read-check-constraints";
import { readColumns } from "./read-columns";
import { type DeclaredKey, readForeignKeys } from "./read-foreign-keys";
import { readIndexes } from "./read-indexes";
import { readKeys } from "./read-keys";
import { readPolicies } from "./read-policies";
import { readSequences } from "./read-sequences";
import { readStatistics } from "./read-statistics";
import { readTables } from "./read-tables";
import { readTriggers } from "./read-triggers";
import { readViews } from "./read-views";
import type { Catalog, Reference, Table, TableName } from "./types";

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
  const statistics = await readStatistics(db);
  const keys = byTable(await readKeys(db));
  const declaredKeys = await readForeignKeys(db);
  const foreignKeys = byTable(declaredKeys);
  const indexes = byTable(await readIndexes(db));
  const triggers = byTable(await readTriggers(db));
  const checkConstraints = byTable(await readCheckConstraints(db));
  const sequences = byTable(await readSequences(db));
  const policies = byTable(await readPolicies(db));
  const { serverVersion, extensions } = await readServer(db);
  return createCatalog({
    serverVersion,
    extensions,
    tables: tables.map(({ oid, ...table }) => ({
      ...table,
      columns: columns(oid).map((column) => ({ ...column, ...statistics(oid, column.name) })),
      primaryKey: keys(oid).find((key) => key.kind === "primary") ?? null,
      uniqueKeys: keys(oid).filter((key) => key.kind === "unique"),
      foreignKeys: foreignKeys(oid).map(({ foreignKey }) => foreignKey),
      indexes: indexes(oid),
      triggers: triggers(oid),
      checkConstraints: checkConstraints(oid),
      sequences: sequences(oid),
      policies: policies(oid),
    })),
    views: await readViews(db),
    accounts: await readAccounts(db),
    declaredKeys,
  });
}

type CatalogFacts = Pick<Catalog, "serverVersion" | "extensions" | "tables"> &
  Partial<Pick<Catalog, "views" | "undeclared" | "accounts">> & {
    declaredKeys: Pick<DeclaredKey, "child" | "foreignKey" | "parent">[];
  };

/** Adds the look-ups to the facts. */
export function createCatalog({ declaredKeys, ...facts }: CatalogFacts): Catalog {
  const byName = new Map(facts.tables.map((table) => [nameKey(table), table]));
  const references = new Map<string, Reference[]>();
  for (const { child, foreignKey, parent } of declaredKeys) {
    const reference = { table: byName.get(nameKey(child)) ?? outsideTable(child), foreignKey };
    const siblings = references.get(nameKey(parent));
    if (siblings) siblings.push(reference);
    else references.set(nameKey(parent), [reference]);
  }
  return {
    views: [],
    undeclared: [],
    unmeasured: [],
    ...facts,
    find: (name): Table | undefined => byName.get(nameKey(name)),
    referencing: (name) => references.get(nameKey(name)) ?? [],
  };
}

function outsideTable({ schema, name, readable }: DeclaredKey["child"]): Table {
  return {
    schema,
    name,
    readable,
    kind: "table",
    columns: [],
    primaryKey: null,
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    rowEstimate: null,
    rowLevelSecurity: false,
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
