import { formatNumber } from "@/components/ui/format";
import { StatusBadge } from "@/components/ui/status-badge";
import type { FindingSummary } from "@/lib/findings/types";

/** The number of a finding as it should be read: rows, a schema fault, or not known. */
export function FindingCount({ finding }: { finding: FindingSummary }) {
  if (finding.status === "not_checked" || finding.count === null) {
    return <StatusBadge plain status="not_checked" className="whitespace-nowrap text-xs" />;
  }
  if (finding.status === "passing") return <StatusBadge plain status="passing" className="whitespace-nowrap text-xs" />;
  return <span className="whitespace-nowrap font-medium">{formatNumber(finding.count)}</span>;
}
