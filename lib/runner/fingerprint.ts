import { createHash } from "node:crypto";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { nameOf } from "@/lib/repairs/wording";
import { canonicalJson } from "./canonical-json";

/** What a plan took for granted of its tables: one short hash per table and aspect, so that a difference can be named. */
export type Fingerprint = Record<string, Record<string, string>>;

export function fingerprintOf(catalog: Catalog, tables: readonly TableName[]): Fingerprint {
  const entries = tables.map((name) => {
    const table = catalog.find(name);
    const aspects = {
      // Statistics move by themselves, whenever the table is analysed.
      columns: table?.columns.map(({ comment, distinct, letters, common, ...column }) => column),
      keys: [table?.primaryKey, table?.uniqueKeys],
      "foreign keys": [
        table?.foreignKeys,
        catalog.referencing(name).map(({ table: child, foreignKey }) => [nameOf(child), foreignKey]),
      ],
      indexes: table?.indexes
        .filter(({ constraint }) => constraint === null)
        .map(({ scans: _, bytes: __, ...index }) => index),
      triggers: table?.triggers,
    };
    return [JSON.stringify([name.schema, name.name]), mapValues(aspects, shortHash)] as const;
  });
  return Object.fromEntries(entries);
}

/** "the columns and triggers of public.orders"; null while everything is as it was. */
export function whatMoved(before: Fingerprint, now: Fingerprint): string | null {
  for (const [table, aspects] of Object.entries(before)) {
    const moved = Object.keys(aspects).filter((aspect) => aspects[aspect] !== now[table]?.[aspect]);
    if (moved.length > 0) return `the ${moved.join(" and ")} of ${(JSON.parse(table) as string[]).join(".")}`;
  }
  return null;
}

function shortHash(value: unknown): string {
  return createHash("sha256")
    .update(canonicalJson(value ?? null))
    .digest("hex")
    .slice(0, 16);
}

function mapValues<T, U>(object: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
