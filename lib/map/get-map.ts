import { sql } from "kysely";
import { isAuditTable } from "@/lib/audit/audit-table";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { readFindings, type StoredFinding } from "@/lib/findings/stored-finding";
import { mapReferences } from "./map-references";
import { mapTables } from "./map-tables";
import type { DatabaseMap } from "./types";
import { undeclaredInForce } from "./undeclared-in-force";

/** The tables as they are now and the references between them, with what the last scan found of each. */
export async function getMap(ctx: Context): Promise<DatabaseMap> {
  requireRole(ctx, "viewer");
  const { db } = ctx.engine;
  const declared = await readCatalog(db);
  const tables = declared.tables.filter((table) => !isAuditTable(table));
  const catalog = { ...declared, tables, undeclared: await undeclaredInForce(db, declared) };
  const findings = await readFindings(db, sql`true`);
  const references = mapReferences(catalog, findings);
  return { tables: mapTables(catalog, references, findings), references, measuredAt: oldest(findings) };
}

function oldest(findings: StoredFinding[]): string | null {
  const times = findings.map(({ measuredAt }) => measuredAt.getTime());
  return times.length === 0 ? null : new Date(times.reduce((first, time) => Math.min(first, time))).toISOString();
}
