import type { TableName } from "@/lib/catalog/types";
import type { Target } from "./target";

/** "public.orders (user_id) → public.profiles (id)" */
export function targetLabel(target: Target): string {
  switch (target.kind) {
    case "reference":
      return `${named(target.table, target.columns)} → ${named(target.parent, target.parentColumns)}`;
    case "key":
      return named(target.table, target.columns);
    case "column":
      return named(target.table, [target.column]);
    case "link":
      return `${named(target.table, [target.column])} → ${named(target.parent, [target.parentKey])}`;
    case "status":
      return named(target.table, [target.statusColumn, target.expiresAtColumn]);
  }
}

function named({ schema, name }: TableName, columns: string[]): string {
  return `${schema}.${name} (${columns.join(", ")})`;
}
