import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { createSerializer, parseAsString } from "nuqs";
import { getJson } from "@/components/shell/api";
import type { LeftKind } from "@/lib/runs/left-kinds";
import type { LeftRowPage } from "@/lib/runs/list-left-rows";
import type { Run, RunChoices, RunCourse, RunPage, RunUnderWay } from "@/lib/runs/types";
import { looksAgainIn, whileGoingMs, whileIdleMs, whilePausedMs } from "./looks-again-in";
import { type RunFilter, runsUrl } from "./run-filter";

export const runsQuery = (filter: RunFilter) =>
  queryOptions({
    queryKey: ["runs", "list", filter],
    queryFn: ({ signal }) => getJson<RunPage>(runsUrl(filter), signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.runs.some((run) => !run.isOver) ? whileGoingMs : whileIdleMs),
  });

export const runChoicesQuery = queryOptions({
  queryKey: ["runs", "choices"],
  queryFn: ({ signal }) => getJson<RunChoices>("/api/runs/choices", signal),
});

/** One question for every banner on the screen. */
export const underWayQuery = queryOptions({
  queryKey: ["runs", "under-way"],
  queryFn: ({ signal }) => getJson<RunUnderWay[]>("/api/runs/under-way", signal),
  refetchInterval: ({ state: { data } }) => (data && data.length > 0 ? whilePausedMs : whileIdleMs),
});

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ["run", id],
    queryFn: ({ signal }) => getJson<Run>(`/api/runs/${encodeURIComponent(id)}`, signal),
    // Another run may have undone it a moment ago.
    staleTime: 0,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => (data ? looksAgainIn(data, dataUpdateCount) : false),
  });

/** Its batches and events, for as long as the run itself is looked at. */
export const runCourseQuery = (run: Run) =>
  queryOptions({
    queryKey: ["run", run.id, "course", run.status],
    queryFn: ({ signal }) => getJson<RunCourse>(`/api/runs/${encodeURIComponent(run.id)}/course`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { dataUpdateCount } }) => looksAgainIn(run, dataUpdateCount),
  });

/** The rows that a run left as they were; there are others as it goes on. */
export const leftRowsQuery = ({ id, status, skipped, batches }: Run, kind: LeftKind | null) =>
  infiniteQueryOptions({
    queryKey: ["run", id, "rows", kind, status, skipped, batches],
    queryFn: ({ signal, pageParam }) => getJson<LeftRowPage>(leftRowsUrl(id, { kind, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

const serializeLeft = createSerializer({ kind: parseAsString, cursor: parseAsString });

function leftRowsUrl(id: string, page: { kind: LeftKind | null; cursor: string | null }): string {
  return serializeLeft(`/api/runs/${encodeURIComponent(id)}/rows`, page);
}

export function leftRowsFile(id: string, kind: LeftKind | null): string {
  return serializeLeft(`/api/runs/${encodeURIComponent(id)}/rows/export`, { kind, cursor: null });
}
