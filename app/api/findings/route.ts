import { handleRoute } from "@/lib/auth/request-route";
import { type FindingFilter, listFindings } from "@/lib/findings/list-findings";

export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listFindings(ctx, query as FindingFilter);
});
