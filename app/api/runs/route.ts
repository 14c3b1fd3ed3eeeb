import { handleRoute } from "@/lib/auth/request-route";
import { type ListRunsInput, listRuns } from "@/lib/runs/list-runs";

/** GET ?cursor= &limit= : runs, newest first. */
export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listRuns(ctx, query as ListRunsInput);
});
