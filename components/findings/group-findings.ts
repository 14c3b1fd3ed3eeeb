import type { FindingSummary } from "@/lib/findings/types";

export type Grouping = "table" | "check";

export interface FindingGroup {
  key: string;
  title: string;
  failing: number;
  notChecked: number;
  findings: FindingSummary[];
}

const statusRank = { failing: 0, not_checked: 1, passing: 2 };
const severityRank = { error: 0, warning: 1, info: 2 };

/** Worst first: failing before unknown before passing, then by severity, then by how many rows. */
function compareFindings(a: FindingSummary, b: FindingSummary): number {
  return (
    statusRank[a.status] - statusRank[b.status] ||
    severityRank[a.severity] - severityRank[b.severity] ||
    (b.count ?? 0) - (a.count ?? 0) ||
    a.targetLabel.localeCompare(b.targetLabel) ||
    a.title.localeCompare(b.title)
  );
}

/** Groups the list the way a person asked for it; the group with the worst finding comes first. */
export function groupFindings(findings: FindingSummary[], by: Grouping): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings.toSorted(compareFindings)) {
    const key = by === "check" ? finding.check : JSON.stringify([finding.schemaName, finding.tableName]);
    const group = groups.get(key) ?? {
      key,
      title: by === "check" ? finding.title : `${finding.schemaName}.${finding.tableName}`,
      failing: 0,
      notChecked: 0,
      findings: [],
    };
    if (finding.status === "failing") group.failing += 1;
    if (finding.status === "not_checked") group.notChecked += 1;
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()];
}
