import { createSerializer, parseAsIsoDateTime, parseAsString, parseAsStringLiteral } from "nuqs";
import { useUrlFilter } from "@/components/filters/use-url-filter";

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

export const useQuarantineFilter = () => useUrlFilter(filterParsers);

/** The address of one page of the rows that fit. */
export function quarantineUrl(filter: QuarantineFilter, cursor: string | null): string {
  return serialize("/api/quarantine", { ...filter, cursor });
}

/** The address of the file with all of them. */
export function exportUrl(filter: QuarantineFilter, as: "csv" | "json"): string {
  return serialize("/api/quarantine/export", { ...filter, as });
}
