export interface Measured {
  measuredAt: string;
  count: number | null;
}

export interface SparklineShape {
  /** One path per unbroken stretch: a measurement that could not be made leaves a gap, never a zero. */
  paths: string[];
  last: { x: number; y: number } | null;
}

/** Lays measurements out from left to right by their order, zero always at the bottom. */
export function sparklineShape(history: Measured[], width: number, height: number, padding = 3): SparklineShape {
  const highest = Math.max(1, ...history.map((each) => each.count ?? 0));
  const step = history.length > 1 ? (width - 2 * padding) / (history.length - 1) : 0;
  const paths: string[] = [];
  let stretch: string[] = [];
  let last: SparklineShape["last"] = null;
  for (const [index, { count }] of history.entries()) {
    if (count === null) {
      if (stretch.length > 0) paths.push(stretch.join(" "));
      stretch = [];
      continue;
    }
    last = {
      x: round(history.length > 1 ? padding + index * step : width / 2),
      y: round(height - padding - (count / highest) * (height - 2 * padding)),
    };
    stretch.push(`${stretch.length === 0 ? "M" : "L"}${last.x} ${last.y}`);
  }
  if (stretch.length > 0) paths.push(stretch.join(" "));
  return { paths, last };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
