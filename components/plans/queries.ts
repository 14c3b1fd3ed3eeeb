import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { Plan, PlanItem, PlanItemPage } from "@/lib/plans/types";

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id],
    queryFn: ({ signal }) => getJson<Plan>(`/api/plans/${encodeURIComponent(id)}`, signal),
  });

/** The work list, or one outcome of it, in the order in which the run takes it. */
export const planItemsQuery = (planId: string, outcome: PlanItem["outcome"]) =>
  infiniteQueryOptions({
    queryKey: ["plan", planId, "items", outcome],
    queryFn: ({ signal, pageParam }) => {
      const page = new URLSearchParams({ outcome, limit: "25" });
      if (pageParam !== null) page.set("cursor", pageParam);
      return getJson<PlanItemPage>(`/api/plans/${encodeURIComponent(planId)}/items?${page}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
