import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { SuggestedReference } from "@/lib/references/types";

export const referencesQuery = queryOptions({
  queryKey: ["references"],
  queryFn: ({ signal }) => getJson<SuggestedReference[]>("/api/references", signal),
  placeholderData: keepPreviousData,
});
