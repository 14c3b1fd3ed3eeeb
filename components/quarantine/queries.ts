import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { QuarantinedRowDetail, QuarantinePage, Retention, RunImages } from "@/lib/quarantine/types";
import { type QuarantineFilter, quarantineUrl } from "./quarantine-filter";

export const quarantineQuery = (filter: QuarantineFilter) =>
  infiniteQueryOptions({
    queryKey: ["quarantine", "rows", filter],
    queryFn: ({ signal, pageParam }) => getJson<QuarantinePage>(quarantineUrl(filter, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const quarantinedRowQuery = (id: string) =>
  queryOptions({
    queryKey: ["quarantine", "row", id],
    queryFn: ({ signal }) => getJson<QuarantinedRowDetail>(`/api/quarantine/${encodeURIComponent(id)}`, signal),
  });

export const retentionQuery = queryOptions({
  queryKey: ["quarantine", "retention"],
  queryFn: ({ signal }) => getJson<Retention>("/api/quarantine/retention", signal),
});

export const runImagesQuery = (runId: string) =>
  queryOptions({
    queryKey: ["quarantine", "run", runId],
    queryFn: ({ signal }) => getJson<RunImages>(`/api/quarantine/runs/${encodeURIComponent(runId)}`, signal),
  });
