import { handleRoute } from "@/lib/auth/request-route";
import { type ListReferencesInput, listReferences } from "@/lib/references/list-references";

export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listReferences(ctx, query as ListReferencesInput);
});
