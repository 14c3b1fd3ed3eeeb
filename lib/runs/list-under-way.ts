import { sql } from "kysely";
import { isAuditTable } from "@/lib/audit/audit-table";
import { type Context, requireRole } from "@/lib/auth/context";
import type { TableName } from "@/lib/catalog/types";
import { reconcileRuns } from "@/lib/runner/reconcile-runs";
import { underWay } from "@/lib/runner/run-states";
import { handOn } from "./hand-on";
import { type RunRow, runColumns, toSummary } from "./run-row";
import type { RunUnderWay } from "./types";

/** The runs that hold a table now, each with every table that its steps lock. */
export async function listUnderWay(ctx: Context): Promise<RunUnderWay[]> {
  requireRole(ctx, "viewer");
  await reconcileRuns(ctx.engine, handOn);
  const { rows } = await sql<RunRow & { locked: TableName[] }>`
    select ${runColumns}, jsonb_path_query_array(p.steps, '$.steps[*].lock.table') as locked
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.status = any(${underWay}::text[])
    order by r.started_at, r.id
  `.execute(ctx.engine.db);
  return rows.map((row) => {
    const run = toSummary(row);
    const own = { schema: run.schemaName, name: run.tableName };
    return { ...run, tables: distinct([own, ...row.locked.filter(isOfTheCustomer)]) };
  });
}

function isOfTheCustomer(table: TableName): boolean {
  return table.schema !== "plumbline" && !isAuditTable(table);
}

function distinct(tables: TableName[]): TableName[] {
  return [...new Map(tables.map((table) => [JSON.stringify([table.schema, table.name]), table])).values()];
}
