import { checkOn } from "@/lib/checks/registry";
import { type StoredFinding, summarise } from "@/lib/findings/stored-finding";
import type { FindingSummary, How } from "@/lib/findings/types";
import type { HealthPanel, HealthStatus } from "./types";

export interface PanelSubject {
  id: string;
  title: string;
  href: string;
  /** Is any of its tables in the connected database. */
  isPresent: boolean;
  /** Its findings, the worst first. */
  findings: StoredFinding[];
  /** What to do about the failing ones. */
  next(failing: StoredFinding[]): string;
}

const shownFindings = 5;

/** The health of a playbook or of a group of tables, as far as it was measured: what nobody looked at is never green. */
export function panelOf({ id, title, href, isPresent, findings, next }: PanelSubject): HealthPanel {
  const open = findings.filter(isOpen);
  const failing = open.filter(fails);
  const advice = open.filter(({ status, severity }) => status === "failing" && severity === "info");
  // Whoever dismisses it decides that it needs no work; it is as unknown as before.
  const notChecked = findings.filter(({ status }) => status === "not_checked");
  const status = statusOf(isPresent, findings, failing.length, notChecked.length);
  return {
    id,
    title,
    href,
    status,
    failingRows: sumOfRows(failing),
    failingFindings: failing.length,
    notChecked: notChecked.length,
    advice: advice.length,
    excused: findings.filter(fails).length - failing.length,
    measuredAt: oldest(findings),
    how: weakest(findings),
    next: nextStep(status, failing, notChecked, next),
    top: [...failing, ...notChecked.filter(isOpen)].slice(0, shownFindings).map(summarise),
  };
}

function isOpen({ standing }: StoredFinding): boolean {
  return standing === "open";
}

function fails({ status, severity }: StoredFinding): boolean {
  return status === "failing" && severity !== "info";
}

function statusOf(isPresent: boolean, findings: StoredFinding[], failing: number, notChecked: number): HealthStatus {
  if (!isPresent) return "absent";
  if (failing > 0) return "failing";
  return notChecked > 0 || findings.length === 0 ? "not_checked" : "healthy";
}

function nextStep(
  status: HealthStatus,
  failing: StoredFinding[],
  notChecked: StoredFinding[],
  next: PanelSubject["next"],
): string {
  switch (status) {
    case "absent":
      return "Its tables are not in the connected database.";
    case "failing":
      return next(failing);
    case "not_checked":
      return notChecked[0]?.reason ?? "Nothing was measured here yet. Scan now.";
    case "healthy":
      return "Nothing to do.";
  }
}

function sumOfRows(failing: StoredFinding[]): number {
  const counts: FindingSummary[] = failing
    .filter(({ check, target }) => checkOn(check, target).form === "row")
    .map(summarise);
  return counts.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

// A panel is as fresh as its oldest number, and as sure as its least certain one.
function oldest(findings: StoredFinding[]): string | null {
  const times = findings.map(({ measuredAt }) => measuredAt.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}

function weakest(findings: StoredFinding[]): How | null {
  const measured = new Set(findings.map(({ how }) => how));
  const order: How[] = ["unchanged", "exact", "proved", "none"];
  return order.find((how) => measured.has(how)) ?? null;
}
