import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { ApiKeysPage } from "@/lib/api-keys/types";

export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: ({ signal }) => getJson<ApiKeysPage>("/api/api-keys", signal),
});
