import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { DatabaseMap } from "@/lib/map/types";

export const mapQuery = queryOptions({
  queryKey: ["map"],
  queryFn: ({ signal }) => getJson<DatabaseMap>("/api/map", signal),
});
