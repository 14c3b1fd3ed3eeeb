import type { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { measureTable } from "@/lib/scan/measure-table";
import { RuleInput } from "./check-input";
import { resolveRule } from "./resolve-rule";
import type { DryRun } from "./types";

export type DryRunInput = z.input<typeof RuleInput>;

const statementTimeoutMs = 5_000;

/** Counts what a check would name, read-only and for five seconds at most, and stores nothing. */
export async function dryRunCheck(ctx: Context, raw: DryRunInput): Promise<DryRun> {
  requireRole(ctx, "admin");
  const input = RuleInput.parse(raw);
  const catalog = await readCatalog(ctx.engine.db);
  const rule = await resolveRule(ctx.engine, catalog, input);
  const table = { schema: input.schemaName, name: input.tableName };
  const target = {
    kind: "custom",
    table,
    id: "dry-run",
    name: "this check",
    severity: "warning",
    owner: "",
    description: "",
    rule,
  } as const;
  const expectations = [{ check: "custom_check", target, playbook: null } as const];
  const [found] = await measureTable(ctx.engine, catalog, table, expectations, { statementTimeoutMs });
  if (!found) throw new Error("The check was not measured.");
  const { count, reason, sample, durationMs } = found;
  return { count, reason, sample, durationMs, columns: catalog.find(table)?.columns.map(({ name }) => name) ?? [] };
}
