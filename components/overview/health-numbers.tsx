import { formatCount, formatNumber } from "@/components/ui/format";
import { StatusBadge } from "@/components/ui/status-badge";
import type { HealthPanel } from "@/lib/overview/types";

/** What fails, in numbers; what was not checked is said apart and never counted as zero. */
export function HealthNumbers({ panel }: { panel: HealthPanel }) {
  if (panel.status === "absent") return <span className="text-muted-foreground">Its tables are not here.</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      {panel.failingFindings > 0 && (
        <span>
          <span className="font-semibold">{formatNumber(panel.failingFindings)}</span> failing
          {panel.failingRows > 0 && (
            <span className="text-muted-foreground">, {formatCount(panel.failingRows, "row")}</span>
          )}
        </span>
      )}
      {panel.notChecked > 0 && (
        <StatusBadge plain status="not_checked" label={`${formatNumber(panel.notChecked)} not checked`} />
      )}
      {panel.failingFindings === 0 && panel.notChecked === 0 && (
        <span className="text-muted-foreground">Nothing failing</span>
      )}
      {panel.advice > 0 && <span className="text-muted-foreground">{formatNumber(panel.advice)} for advice</span>}
    </span>
  );
}
