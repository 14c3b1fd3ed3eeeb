import { createHash } from "node:crypto";
import type { TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";

/**
 * The same check on the same columns is the same finding in every scan, whoever promised it. What the target says
 * beyond that (names of constraints, how to adopt) is no part of it.
 */
export function findingId(check: CheckCode, target: Target): string {
  return createHash("sha256")
    .update(JSON.stringify([check, ...identityOf(target)]))
    .digest("hex")
    .slice(0, 16);
}

function identityOf(target: Target): unknown[] {
  switch (target.kind) {
    case "reference":
      return [target.kind, nameOf(target.table), nameOf(target.parent), pairs(target.columns, target.parentColumns)];
    case "key":
      return [target.kind, nameOf(target.table), target.columns.toSorted()];
    case "column":
      return [target.kind, nameOf(target.table), target.column];
    case "link":
      return [target.kind, nameOf(target.table), target.column, nameOf(target.parent), target.parentKey];
    case "table":
    case "view":
      return [target.kind, nameOf(target.table)];
    case "index":
      return [target.kind, nameOf(target.table), target.index];
    case "sequence":
      return [target.kind, nameOf(target.table), target.column, nameOf(target.sequence)];
    case "constraint":
      return [target.kind, nameOf(target.table), target.constraint];
    case "contact":
      return [target.kind, nameOf(target.table), target.email, target.phone];
    case "counter":
      return [target.kind, nameOf(target.table), target.column, nameOf(target.child), target.childColumns];
    case "range":
      return [target.kind, nameOf(target.table), target.column, target.min, target.max, target.oneOf];
    case "age":
      return [target.kind, nameOf(target.table), target.at, nameOf(target.parent), target.parentAt, target.columns];
    case "span":
      return [target.kind, nameOf(target.table), target.columns];
    case "custom":
      return [target.kind, target.id];
    case "status":
      return [target.kind, nameOf(target.table), target.statusColumn, target.from, target.expiresAtColumn];
  }
}

function nameOf({ schema, name }: TableName): string[] {
  return [schema, name];
}

// A composite reference says the same in whatever order its pairs are listed.
function pairs(columns: string[], parentColumns: string[]): string[] {
  return columns.map((column, at) => JSON.stringify([column, parentColumns[at]])).toSorted();
}
