import { handleRoute } from "@/lib/auth/request";
import { probeHistory } from "@/lib/probe-runs/probe-history";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => probeHistory(ctx, id));
