import { handleRoute } from "@/lib/auth/request-route";
import { type ListQuarantineInput, listQuarantine } from "@/lib/quarantine/list-quarantine";

/** GET ?table= &run= &key= &text= &change= &from= &to= &cursor= : one page of the rows that runs changed, newest first. */
export const GET = handleRoute((ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listQuarantine(ctx, query as ListQuarantineInput);
});
