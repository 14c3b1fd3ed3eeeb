import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { AuditEntryDetail, AuditPage, AuditVerification } from "@/lib/audit/types";
import { type AuditFilter, auditUrl } from "./audit-filter";

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ signal, pageParam }) => getJson<AuditPage>(auditUrl(filter, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const auditEntryQuery = (id: string) =>
  queryOptions({
    queryKey: ["audit", "entry", id],
    queryFn: ({ signal }) => getJson<AuditEntryDetail>(`/api/audit/${encodeURIComponent(id)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Recomputes every hash; only when asked. */
export const auditVerificationQuery = queryOptions({
  queryKey: ["audit", "verify"],
  queryFn: ({ signal }) => getJson<AuditVerification>("/api/audit/verify", signal),
  enabled: false,
  gcTime: 0,
});
