import { createSerializer, parseAsIsoDateTime, parseAsString } from "nuqs";
import { useUrlFilter } from "@/components/filters/use-url-filter";

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

export const useAuditFilter = () => useUrlFilter(filterParsers);

/** The address of one page of the entries that fit. */
export function auditUrl(filter: AuditFilter, cursor: string | null): string {
  return serialize("/api/audit", { ...filter, cursor });
}
