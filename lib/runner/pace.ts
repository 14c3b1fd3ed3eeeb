/** How many rows the next batch takes. */
export interface Pace {
  rows: number;
  /** Fewer than these took as long: it was not the rows that took the time. */
  least: number;
  /** How often that has kept the batches from getting smaller; what was learned may have been a moment's. */
  kept: number;
  last: Taken | null;
}

/** A batch as it was. */
export interface Taken {
  rows: number;
  tookMs: number;
}

const targetMs = 250;
const fewestRows = 50;
const mostRows = 10_000;
const mostKept = 10;

export function firstPace(rows: number): Pace {
  return { rows, least: fewestRows, kept: 0, last: null };
}

/** Towards batches that take as long as they should: at most twice as many rows as in the last, and at least half. */
export function nextPace(pace: Pace, taken: Taken): Pace {
  const { rows, tookMs } = taken;
  if (rows < pace.rows) return pace;
  const wanted = Math.round((pace.rows * targetMs) / Math.max(1, tookMs));
  if (wanted >= pace.rows) return { ...pace, rows: Math.min(mostRows, wanted, 2 * pace.rows), last: taken };
  const { last } = pace;
  if (last && rows < last.rows && tookMs / last.tookMs > (1 + rows / last.rows) / 2) {
    return { rows: last.rows, least: last.rows, kept: 0, last: taken };
  }
  const fewer = Math.max(fewestRows, wanted, Math.ceil(pace.rows / 2));
  if (fewer >= pace.least) return { ...pace, rows: fewer, last: taken };
  if (pace.kept >= mostKept) return { rows: fewer, least: fewestRows, kept: 0, last: taken };
  return { ...pace, rows: pace.least, kept: pace.kept + 1, last: taken };
}

/** Half as many rows, whatever they cost: somebody waited for them, or they took longer than a statement may. */
export function halved({ rows }: Pace, least = fewestRows): Pace {
  return firstPace(Math.min(rows, Math.max(least, Math.ceil(rows / 2))));
}
