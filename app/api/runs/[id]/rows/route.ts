import { handleRoute } from "@/lib/auth/request-route";
import { listLeftRows } from "@/lib/runs/list-left-rows";

/** GET ?kind= &cursor= &limit= : one page of the rows that the run has left as they were. */
export const GET = handleRoute<{ id: string }>((ctx, request, { id }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listLeftRows(ctx, { ...query, runId: id });
});
