import { handleRoute } from "@/lib/auth/request-route";
import { listFindingRows } from "@/lib/findings/list-finding-rows";

export const GET = handleRoute<{ id: string }>((ctx, request, { id }) => {
  const query = new URL(request.url).searchParams;
  return listFindingRows(ctx, { id, cursor: query.get("cursor"), limit: query.get("limit") ?? undefined });
});
