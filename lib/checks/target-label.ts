import type { TableName } from "@/lib/catalog/types";
import type { Target } from "./target";

/** "public.orders (user_id) → public.profiles (id)" */
export function targetLabel(target: Target): string {
  switch (target.kind) {
    case "reference":
      return `${named(target.table, target.columns)} → ${named(target.parent, target.parentColumns)}`;
    case "key":
    case "span":
      return named(target.table, target.columns);
    case "column":
      return named(target.table, [target.column]);
    case "link":
      return `${named(target.table, [target.column])} → ${named(target.parent, [target.parentKey])}`;
    case "status":
      return named(target.table, [target.statusColumn, target.expiresAtColumn]);
    case "table":
    case "view":
      return `${target.table.schema}.${target.table.name}`;
    case "index":
      return `${named(
        target.table,
        target.columns.map((column) => column ?? "…"),
      )}: ${target.index}`;
    case "sequence":
      return `${named(target.table, [target.column])}: ${target.sequence.schema}.${target.sequence.name}`;
    case "constraint":
      return `${named(target.table, target.columns)}: ${target.constraint}`;
    case "contact":
      return named(
        target.table,
        [target.email, target.phone].filter((column) => column !== null),
      );
    case "counter":
      return `${named(target.table, [target.column])} ← ${named(target.child, target.childColumns)}`;
    case "custom":
      return `${target.table.schema}.${target.table.name}: ${target.name}`;
    case "range":
      return named(target.table, [target.column]);
    case "age":
      return `${named(target.table, [target.at])} → ${named(target.parent, [target.parentAt])}`;
  }
}

function named({ schema, name }: TableName, columns: string[]): string {
  return `${schema}.${name} (${columns.join(", ")})`;
}
