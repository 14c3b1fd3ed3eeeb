import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { Run, RunPage } from "@/lib/runs/types";

const whileRunningMs = 800;
/** Most runs are over in a moment: the first looks follow each other closely. */
const atFirstMs = 250;
const firstLooks = 6;

export const runsQuery = infiniteQueryOptions({
  queryKey: ["runs"],
  queryFn: ({ signal, pageParam }) => {
    const page = pageParam === null ? "" : `?${new URLSearchParams({ cursor: pageParam })}`;
    return getJson<RunPage>(`/api/runs${page}`, signal);
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: (query) =>
    query.state.data?.pages.some((page) => page.runs.some((run) => !run.isOver)) ? whileRunningMs : false,
});

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ["run", id],
    queryFn: ({ signal }) => getJson<Run>(`/api/runs/${encodeURIComponent(id)}`, signal),
    // Another run may have undone it a moment ago.
    staleTime: 0,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (data?.isOver !== false) return false;
      return dataUpdateCount < firstLooks ? atFirstMs : whileRunningMs;
    },
  });
