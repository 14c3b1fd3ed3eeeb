import { sparklineShape } from "@/components/findings/sparkline-shape";
import { formatDuration, formatNumber } from "@/components/ui/format";
import type { BatchPoint } from "@/lib/runs/types";

const width = 360;
const height = 56;

interface Series {
  title: string;
  of: (point: BatchPoint) => number;
  format: (value: number) => string;
}

const series: Series[] = [
  { title: "Time of a batch", of: ({ batchMs }) => batchMs, format: formatDuration },
  { title: "Rows per second in a batch", of: ({ rowsPerSecond }) => rowsPerSecond, format: formatNumber },
];

/** Two small plots above each other, batch by batch from left to right; the numbers stand beside them. */
export function BatchPlot({ points }: { points: BatchPoint[] }) {
  return series.map((each) => <Plot key={each.title} points={points} series={each} />);
}

function Plot({ points, series: { title, of, format } }: { points: BatchPoint[]; series: Series }) {
  const values = points.map(of);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const last = format(values.at(-1) ?? 0);
  const shape = sparklineShape(
    points.map((point) => ({ measuredAt: point.finishedAt, count: of(point) })),
    width,
    height,
  );
  const batches = points.at(-1)?.last ?? 0;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{title}</span>
        <span className="text-muted-foreground text-xs tabular-nums">
          {format(lowest)} to {format(highest)}, last {last}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${title}, ${formatNumber(batches)} batches: lowest ${format(lowest)}, highest ${format(highest)}, last ${last}`}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-14 w-full"
      >
        <path d={`M0 ${height - 3} H${width}`} className="stroke-border" vectorEffect="non-scaling-stroke" />
        {shape.paths.map((path) => (
          <path
            key={path}
            d={path}
            fill="none"
            strokeWidth="1.5"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className="stroke-primary"
          />
        ))}
      </svg>
    </figure>
  );
}
