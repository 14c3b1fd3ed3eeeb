import type { Catalog, Table } from "@/lib/catalog/types";
import { spoken } from "./spoken";
import { undeclaredOf } from "./undeclared-of";

/** Within one of these a value may rightly be used again. */
const circles =
  /\b(tenants?|organi[sz]ations?|orgs?|workspaces?|compan(y|ies)|accounts?|shops?|stores?|merchants?|clinics?|business(es)?|projects?|sites?|clubs?|schools?|communit(y|ies))$/;
const tenants = /^(tenant|organi[sz]ation|org|workspace)( id)?$/;

/** The column that says whose row it is, of a table that keeps those of many tenants; null where there is none. */
export function tenantColumn(table: Table | undefined): string | null {
  return table?.columns.find(({ name, nullable }) => !nullable && tenants.test(spoken(name)))?.name ?? null;
}

/** The column that says within what a value may be used once; null where it may be used once in all. */
export type Circle = string | "unclear" | null;

/** Below a parent of its own table, a page may be called as one below another is. */
export function circleOf(table: Table, catalog: Catalog): Circle {
  const { schema, name, foreignKeys, columns } = table;
  const keys = [...foreignKeys, ...undeclaredOf(catalog, table)];
  if (keys.some(({ parent }) => parent.schema === schema && parent.name === name)) return "unclear";
  const within = keys.filter(({ parent }) => circles.test(spoken(parent.name))).map((key) => key.columns.join(" "));
  const called = columns.filter((column) => tenants.test(spoken(column.name))).map((column) => column.name);
  const [only, ...more] = new Set(called.length > 0 ? called : within);
  if (only === undefined) return null;
  const column = columns.find((one) => one.name === only);
  return more.length === 0 && column?.nullable === false ? column.name : "unclear";
}
