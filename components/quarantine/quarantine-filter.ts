import { createSerializer, parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const changes = ["delete", "update", "insert"] as const;

const filterParsers = {
  text: parseAsString,
  table: parseAsString,
  key: parseAsString,
  change: parseAsStringLiteral(changes),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  run: parseAsString,
};

const serialize = createSerializer({ ...filterParsers, cursor: parseAsString, as: parseAsString });

export type QuarantineFilter = {
  [Name in keyof typeof filterParsers]: ReturnType<(typeof filterParsers)[Name]["parse"]>;
};

const noFilter: QuarantineFilter = {
  text: null,
  table: null,
  key: null,
  change: null,
  from: null,
  to: null,
  run: null,
};

/** What is searched for lives in the URL: pasted elsewhere, or by Back, the same view comes. */
export function useQuarantineFilter() {
  const [filter, set] = useQueryStates(filterParsers, { history: "push" });
  const filtered = Object.values(filter).some((value) => value !== null);
  return { filter, set, clear: () => set(noFilter), filtered };
}

/** The address of one page of the rows that fit. */
export function quarantineUrl(filter: QuarantineFilter, cursor: string | null): string {
  return serialize("/api/quarantine", { ...filter, cursor });
}

/** The address of the file with all of them. */
export function exportUrl(filter: QuarantineFilter, as: "csv" | "json"): string {
  return serialize("/api/quarantine/export", { ...filter, as });
}
