import { handleRoute } from "@/lib/auth/request-route";
import { browseFindings } from "@/lib/findings/browse-findings";
import type { FindingFilter } from "@/lib/findings/finding-filter";

export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return browseFindings(ctx, query as FindingFilter);
});
