import { createSerializer, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const statusOptions = ["failing", "not_checked", "passing"] as const;
const severityOptions = ["error", "warning", "info"] as const;
const groupingOptions = ["table", "check"] as const;

const filterParsers = {
  status: parseAsStringLiteral(statusOptions),
  severity: parseAsStringLiteral(severityOptions),
  playbook: parseAsString,
  schema: parseAsString,
  table: parseAsString,
};

const serialize = createSerializer(filterParsers);

export type FindingFilter = {
  [Name in keyof typeof filterParsers]: ReturnType<(typeof filterParsers)[Name]["parse"]>;
};

/** The filter and the grouping live in the URL, so that a link shows the same list. */
export function useFindingFilter() {
  const [{ by, ...filter }, set] = useQueryStates(
    { ...filterParsers, by: parseAsStringLiteral(groupingOptions).withDefault("table") },
    { history: "push" },
  );
  const filtered = Object.values(filter).some((value) => value !== null);
  const clear = () => set({ status: null, severity: null, playbook: null, schema: null, table: null });
  return { filter, by, set, clear, filtered };
}

/** The address that answers this filter. */
export function findingsUrl(filter: FindingFilter): string {
  return serialize("/api/findings", filter);
}
