import { handleRoute } from "@/lib/auth/request-route";
import { getFinding } from "@/lib/findings/get-finding";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getFinding(ctx, id));
