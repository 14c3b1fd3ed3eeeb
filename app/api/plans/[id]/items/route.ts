import { handleRoute } from "@/lib/auth/request-route";
import { type ListPlanItemsInput, listPlanItems } from "@/lib/plans/list-plan-items";

/** GET ?outcome= &cursor= &limit= : one page of the work list. */
export const GET = handleRoute<{ id: string }>((ctx, request, { id }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listPlanItems(ctx, { ...query, planId: id } as ListPlanItemsInput);
});
