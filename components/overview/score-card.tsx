import Link from "next/link";
import { Sparkline } from "@/components/findings/sparkline";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import type { Trends } from "@/lib/overview/get-trends";

const kinds = [
  ["new", "new"],
  ["worse", "worse"],
  ["better", "better"],
  ["fixed", "fixed"],
] as const;

/** One number for the whole, how it went over the last scans, and what changed since the one before. */
export function ScoreCard({ trends: { score, scores, changes } }: { trends: Trends }) {
  const history = scores.map(({ at, score: count }) => ({ measuredAt: at, status: "passing" as const, count }));
  const changed = kinds.filter(([kind]) => changes[kind] > 0);
  return (
    <Card className="flex-row flex-wrap items-center gap-x-8 gap-y-3 px-4 py-3">
      <div className="flex items-baseline gap-2">
        <span className="font-semibold text-2xl tabular-nums">{score ?? "–"}</span>
        <span
          className="text-muted-foreground"
          title="The share of what was checked that passes; an error weighs more than a warning, advice nothing."
        >
          of 100
        </span>
      </div>
      {history.length > 1 && <Sparkline history={history} />}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {changed.length === 0 && (
          <span className="text-muted-foreground">
            {scores.length < 2 ? "What changes shows after the next scan." : "Nothing changed since the scan before."}
          </span>
        )}
        {changed.map(([kind, word]) => (
          <Link
            key={kind}
            href={`/findings?change=${kind}&status=any`}
            className="underline decoration-border underline-offset-4 hover:decoration-current"
          >
            <span className="font-semibold">{formatNumber(changes[kind])}</span> {word}
          </Link>
        ))}
        {changed.length > 0 && <span className="text-muted-foreground">since the scan before</span>}
      </p>
    </Card>
  );
}
