import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { FindingPage } from "@/lib/findings/browse-findings";
import type { Finding, FindingRows } from "@/lib/findings/types";
import { type FindingFilter, findingsUrl } from "./finding-filter";

export const findingsQuery = (filter: FindingFilter) =>
  queryOptions({
    queryKey: ["findings", filter],
    queryFn: ({ signal }) => getJson<FindingPage>(findingsUrl(filter), signal),
    placeholderData: keepPreviousData,
  });

export const findingQuery = (id: string) =>
  queryOptions({
    queryKey: ["finding", id],
    queryFn: ({ signal }) => getJson<Finding>(`/api/findings/${encodeURIComponent(id)}`, signal),
  });

export const findingRowsQuery = (id: string, cursor: string | null) =>
  queryOptions({
    queryKey: ["finding", id, "rows", cursor],
    queryFn: ({ signal }) => {
      const page = new URLSearchParams({ limit: "25" });
      if (cursor !== null) page.set("cursor", cursor);
      return getJson<FindingRows>(`/api/findings/${encodeURIComponent(id)}/rows?${page}`, signal);
    },
    placeholderData: keepPreviousData,
  });
