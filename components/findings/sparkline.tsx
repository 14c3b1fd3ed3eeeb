import { formatNumber } from "@/components/ui/format";
import type { Finding } from "@/lib/findings/types";
import { sparklineShape } from "./sparkline-shape";

const width = 160;
const height = 32;

/** The counts over time, drawn small; the numbers themselves stand beside it. */
export function Sparkline({ history }: { history: Finding["history"] }) {
  const { paths, last } = sparklineShape(history, width, height);
  const counts = history.flatMap(({ count }) => (count === null ? [] : [count]));
  const label =
    counts.length > 0
      ? `${history.length} measurements, lowest ${formatNumber(Math.min(...counts))}, highest ${formatNumber(Math.max(...counts))}, last ${formatNumber(counts.at(-1) ?? 0)}`
      : "No measurement succeeded";
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <path d={`M0 ${height - 3} H${width}`} className="stroke-border" />
      {paths.map((path) => (
        <path key={path} d={path} fill="none" strokeWidth="1.5" strokeLinejoin="round" className="stroke-primary" />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="2.5" className="fill-primary" />}
    </svg>
  );
}
