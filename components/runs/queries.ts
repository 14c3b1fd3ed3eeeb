import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { planItemsQuery } from "@/components/plans/queries";
import { getJson } from "@/components/shell/api";
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

/** The rows that a run left alone; there are more of them as it goes on. */
export const skippedRowsQuery = ({ planId, skipped }: Pick<Run, "planId" | "skipped">) =>
  infiniteQueryOptions({
    ...planItemsQuery(planId, "skip"),
    queryKey: [...planItemsQuery(planId, "skip").queryKey, String(skipped)],
    placeholderData: keepPreviousData,
  });
