import { formatCount, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { isBroken, type MapPart } from "./filter-map";

/** How much is shown, how much of it is broken, and how old that knowledge is. */
export function MapSummary({ shown, measuredAt }: { shown: MapPart; measuredAt: string | null }) {
  const broken = shown.references.filter(isBroken).length;
  return (
    <p className="text-muted-foreground" aria-live="polite">
      {formatCount(shown.tables.length, "table")}, {formatCount(shown.references.length, "reference")},{" "}
      <span className={broken > 0 ? "font-medium text-danger" : undefined}>{formatNumber(broken)} broken</span>
      {measuredAt && (
        <span className="whitespace-nowrap">
          , measured <RelativeTime at={measuredAt} />
        </span>
      )}
    </p>
  );
}
