import { createSerializer, parseAsIsoDateTime, parseAsString, useQueryStates } from "nuqs";

const filterParsers = {
  type: parseAsString,
  table: parseAsString,
  operator: parseAsString,
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  run: parseAsString,
};

const serialize = createSerializer({ ...filterParsers, cursor: parseAsString });

export type AuditFilter = {
  [Name in keyof typeof filterParsers]: ReturnType<(typeof filterParsers)[Name]["parse"]>;
};

const noFilter: AuditFilter = { type: null, table: null, operator: null, from: null, to: null, run: null };

/** Filters and the open entry live in the URL: pasted elsewhere, or by Back, the same view comes. */
export function useAuditFilter() {
  const [filter, set] = useQueryStates(filterParsers, { history: "push" });
  const filtered = Object.values(filter).some((value) => value !== null);
  return { filter, set, clear: () => set(noFilter), filtered };
}

/** The address of one page of the entries that fit. */
export function auditUrl(filter: AuditFilter, cursor: string | null): string {
  return serialize("/api/audit", { ...filter, cursor });
}
