import { createSerializer, parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const runStatuses = [
  "under_way",
  "queued",
  "running",
  "pausing",
  "paused",
  "cancelling",
  "interrupted",
  "succeeded",
  "failed",
  "cancelled",
] as const;

const filterParsers = {
  status: parseAsStringLiteral(runStatuses),
  repair: parseAsString,
  table: parseAsString,
  person: parseAsString,
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  /** The last run of the page before. */
  cursor: parseAsString,
};

const serialize = createSerializer(filterParsers);

export type RunFilter = {
  [Name in keyof typeof filterParsers]: ReturnType<(typeof filterParsers)[Name]["parse"]>;
};

const noFilter: RunFilter = {
  status: null,
  repair: null,
  table: null,
  person: null,
  from: null,
  to: null,
  cursor: null,
};

/** The filter and the page live in the URL: pasted elsewhere, or by Back, the same list comes. */
export function useRunFilter() {
  const [filter, set] = useQueryStates(filterParsers, { history: "push" });
  const { cursor, ...asked } = filter;
  return {
    filter,
    /** Another filter begins at its first page. */
    narrow: (change: Partial<Omit<RunFilter, "cursor">>) => set({ ...change, cursor: null }),
    turnTo: (next: string | null) => set({ cursor: next }),
    clear: () => set(noFilter),
    filtered: Object.values(asked).some((value) => value !== null),
  };
}

/** The address of one page of the runs that fit. */
export function runsUrl(filter: RunFilter): string {
  return serialize("/api/runs", filter);
}
