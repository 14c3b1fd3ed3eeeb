import { handleRoute } from "@/lib/auth/request-route";
import { getPlan } from "@/lib/plans/get-plan";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getPlan(ctx, id));
