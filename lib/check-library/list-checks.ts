import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { type AnyCheck, checks } from "@/lib/checks/registry";
import { readFindings, type StoredFinding } from "@/lib/findings/stored-finding";
import { repairsFor } from "@/lib/repairs/registry";
import { appliesTo } from "./applies-to";
import { countFindings } from "./count-findings";
import type { CheckEntry } from "./types";

/** Every check there is, with what mends its findings and how many there are now. */
export async function listChecks(ctx: Context): Promise<CheckEntry[]> {
  requireRole(ctx, "viewer");
  const findings = Map.groupBy(await readFindings(ctx.engine.db, sql`true`), ({ check }) => check);
  return Object.values<AnyCheck>(checks).map((check) => entryOf(check, findings.get(check.code) ?? []));
}

export function entryOf({ code, title, severity, kind, why }: AnyCheck, findings: StoredFinding[]): CheckEntry {
  return {
    code,
    title,
    severity,
    appliesTo: appliesTo[kind],
    why,
    repairs: repairsFor(code).map((repair) => ({ code: repair.code, title: repair.title })),
    findings: countFindings(findings),
  };
}
