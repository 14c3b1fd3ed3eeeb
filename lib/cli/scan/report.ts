import type { Severity } from "@/lib/checks/define";
import { checkOn, severityOf } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { targetLabel } from "@/lib/checks/target-label";
import { repairsFor } from "@/lib/repairs/registry";
import type { How, Measurement } from "@/lib/scan/types";
import type { Measured } from "./measure-database";

/** The result as `--format json` writes it, and as a baseline is read. A change that breaks readers raises `version`. */
export interface ScanReport {
  version: 1;
  database: string;
  startedAt: string;
  durationMs: number;
  summary: { failing: number; passing: number; notChecked: number };
  findings: ReportedFinding[];
}

export interface ReportedFinding {
  check: string;
  severity: Severity;
  status: Measurement["status"];
  /** How the number was obtained. */
  measured: How;
  /** Null exactly when not checked. */
  count: number | null;
  target: { schema: string; table: string; columns: string[]; name: string };
  message: string;
  sample: Record<string, string | null>[];
  /** The code of the repair to begin with, where it fails and one is offered. */
  repair: string | null;
}

const statuses = ["failing", "not_checked", "passing"];
const severities = ["error", "warning", "info"];

/** What was measured, the worst first and otherwise in the same order each time. */
export function reportOf({ database, startedAt, durationMs, catalog, measurements }: Measured): ScanReport {
  const findings = measurements.map(({ expectation: { check, target }, ...found }) => ({
    check,
    severity: severityOf(check, target),
    status: found.status,
    measured: found.how,
    count: found.count,
    target: {
      schema: target.table.schema,
      table: target.table.name,
      columns: columnsOf(target),
      name: targetLabel(target),
    },
    message:
      found.count === null
        ? (found.reason ?? "It was not checked.")
        : checkOn(check, target).explain(target, found.count),
    sample: found.sample,
    repair:
      found.status !== "failing"
        ? null
        : (repairsFor(check).find((repair) => repair.offers(target, catalog))?.code ?? null),
  }));
  const count = (status: string) => findings.filter((finding) => finding.status === status).length;
  return {
    version: 1,
    database,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(durationMs),
    summary: { failing: count("failing"), passing: count("passing"), notChecked: count("not_checked") },
    findings: findings.toSorted(byRank),
  };
}

/** The same finding in another scan, whatever its number is by then. */
export function identityOf({ check, target }: Pick<ReportedFinding, "check" | "target">): string {
  return JSON.stringify([check, target.schema, target.table, target.name]);
}

function byRank(left: ReportedFinding, right: ReportedFinding): number {
  return (
    statuses.indexOf(left.status) - statuses.indexOf(right.status) ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    (identityOf(left) < identityOf(right) ? -1 : 1)
  );
}

function columnsOf(target: Target): string[] {
  if ("columns" in target) return [...target.columns].filter((column) => column !== null);
  if ("column" in target) return [target.column];
  switch (target.kind) {
    case "status":
      return [target.statusColumn, target.expiresAtColumn];
    case "contact":
      return [target.email, target.phone].filter((column) => column !== null);
    default:
      return [];
  }
}
