import { createSerializer, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const any = "any";

/** Every question of the filter with its possible answers; without an answer in the URL the first one holds. */
const statusOptions = ["attention", "failing", "not_checked", "passing", any] as const;
const standingOptions = ["open", "known", "dismissed", any] as const;
const severityOptions = [any, "error", "warning", "info"] as const;
const changeOptions = [any, "new", "worse", "better", "fixed"] as const;
const sinceOptions = [any, "day", "week", "older"] as const;
const groupingOptions = ["table", "check"] as const;

const filterParsers = {
  status: parseAsStringLiteral(statusOptions).withDefault("attention"),
  standing: parseAsStringLiteral(standingOptions).withDefault("open"),
  severity: parseAsStringLiteral(severityOptions).withDefault(any),
  change: parseAsStringLiteral(changeOptions).withDefault(any),
  since: parseAsStringLiteral(sinceOptions).withDefault(any),
  check: parseAsString.withDefault(any),
  playbook: parseAsString.withDefault(any),
  schema: parseAsString.withDefault(any),
  table: parseAsString.withDefault(any),
};

const none = {
  status: null,
  standing: null,
  severity: null,
  change: null,
  since: null,
  check: null,
  playbook: null,
  schema: null,
  table: null,
};

const serialize = createSerializer(
  Object.fromEntries(Object.keys(filterParsers).map((name) => [name, parseAsString])) as Record<
    keyof typeof filterParsers,
    typeof parseAsString
  >,
);

export type FindingFilter = {
  [Name in keyof typeof filterParsers]: ReturnType<(typeof filterParsers)[Name]["parseServerSide"]>;
};

/** The filter and the grouping live in the URL, so that a link shows the same list. */
export function useFindingFilter() {
  const [{ by, ...filter }, set] = useQueryStates(
    { ...filterParsers, by: parseAsStringLiteral(groupingOptions).withDefault("table") },
    { history: "push" },
  );
  const filtered = Object.entries(filter).some(
    ([name, value]) => value !== filterParsers[name as keyof typeof filterParsers].defaultValue,
  );
  return { filter, by, set, clear: () => set(none), filtered };
}

/** The address that answers this filter. */
export function findingsUrl(filter: FindingFilter): string {
  const asked = Object.entries(filter).map(([name, value]) => [name, value === any ? null : value]);
  return serialize("/api/findings", Object.fromEntries(asked));
}
