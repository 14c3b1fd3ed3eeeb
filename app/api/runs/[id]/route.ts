import { handleRoute } from "@/lib/auth/request-route";
import { getRun } from "@/lib/runs/get-run";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getRun(ctx, id));
